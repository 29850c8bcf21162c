import { createApp } from './app.ts'
import { Books } from './books.ts'
import { HourlyBudget } from './budgets.ts'
import { Chats } from './chat.ts'
import { createClock } from './clock.ts'
import { Crowd } from './crowd.ts'
import { DEFAULT_DIALS, type Dials, dialsSchema } from './dials.ts'
import { Events } from './events.ts'
import { Faults } from './faults.ts'
import { SpeedLimits } from './limits.ts'
import { TrafficLog } from './log.ts'
import { MarketingCap } from './marketing-cap.ts'
import { MediaStore } from './media.ts'
import { Numbers } from './numbers.ts'
import { Opinions } from './opinions.ts'
import { Directory } from './people.ts'
import { ServiceQuota } from './pricing.ts'
import { createChance } from './random.ts'
import { Reach } from './reach.ts'
import { Scheduler } from './scheduler.ts'
import { Pacing } from './templates/pacing.ts'
import { Templates } from './templates/store.ts'
import { Tokens } from './tokens.ts'
import { Webhooks } from './webhooks.ts'
import type { Logger, World } from './world.ts'

export type { ChatMessage } from './chat.ts'
export type { Dials } from './dials.ts'
export type { BusinessNumber } from './numbers.ts'
export type { Person } from './people.ts'
export type { Logger } from './world.ts'

export interface SimulatorOptions {
  host: string
  /** 0 takes a free port. */
  port: number
  logger?: Logger
  dials?: Partial<Dials>
  /** The same seed gives the same crowd and the same behaviour. */
  seed?: string | number
  /** Milliseconds since the epoch; the machine's clock unless given. */
  now?: () => number
}

export interface RunningSimulator {
  url: string
  port: number
  close(): Promise<void>
}

/** Starts a local WhatsApp. Everything it knows is in memory and gone after `close`. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const world = createWorld(options)
  const app = await createApp(world)
  await app.listen({ host: options.host, port: options.port })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the simulator listens on no port')
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  world.url = `http://${host}:${address.port}`
  return {
    url: world.url,
    port: address.port,
    close: async () => {
      world.setup = undefined
      world.scheduler.stop()
      world.events.close()
      await world.sender.close()
      await app.close()
    },
  }
}

const SILENT: Logger = { info: () => undefined, warn: () => undefined }

function createWorld(options: SimulatorOptions): World {
  const logger = options.logger ?? SILENT
  const clock = createClock(options.now)
  const chance = createChance(options.seed ?? 'jawort')
  const log = new TrafficLog()
  const dials: Dials = dialsSchema.parse({ ...DEFAULT_DIALS, ...options.dials })
  const onError = (error: unknown): void =>
    logger.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'a simulated event failed')
  const scheduler = new Scheduler(clock, onError)
  const onDropped = (updates: number): void => logger.warn({ updates }, 'webhook updates were given up')
  const sender = new Webhooks({ clock, scheduler, chance, log, dials: () => dials, onDropped })
  const numbers = new Numbers()
  return {
    clock,
    chance,
    scheduler,
    dials,
    log,
    logger,
    numbers,
    sender,
    events: new Events(),
    people: new Directory(),
    chats: new Chats(),
    templates: new Templates(),
    media: new MediaStore(),
    limits: new SpeedLimits(),
    faults: new Faults(),
    reach: new Reach(),
    quota: new ServiceQuota(),
    opinions: new Opinions(),
    books: new Books(),
    watched: new Set(),
    pacing: new Pacing(),
    marketingCap: new MarketingCap(),
    budgets: { creations: new HourlyBudget(), calls: new HourlyBudget() },
    crowd: new Crowd(),
    setup: undefined,
    tokens: new Tokens(),
    url: '',
    webhooks: (update) => {
      if (numbers.wabas.get(update.wabaId)?.subscribed) sender.send(update)
    },
  }
}
