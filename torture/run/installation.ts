import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openPlace, postgresPlace } from '../../bench/run/place.ts'
import { freePort } from '../../bench/run/postgres.ts'
import { type Database, openDatabase } from '../../server/src/platform/db/index.ts'
import type { Runtime } from '../../server/src/platform/index.ts'
import { demand, type TortureContext } from '../harness.ts'
import { Child } from './child.ts'
import { type Front, startFront } from './front.ts'
import { newPostgres, type Postgres } from './postgres.ts'
import { type SeededShop, type ShopWish, seedCampaigns, seedInstallation } from './seed.ts'
import { type Simulator, startSimulatorProcess } from './simulator.ts'
import { Traffic } from './traffic.ts'
import { pause, waitUntil } from './wait.ts'

const MAIN = join(import.meta.dirname, '../../server/src/main.ts')
const FAST = join(import.meta.dirname, 'fast-process.ts')

/** So long may the database be away when it is asked. */
const AWAY_MS = 60_000

export type Role = 'dispatch' | 'intake' | 'jobs'

export interface InstallationWish extends ShopWish {
  /** How many processes of each role. */
  processes: Partial<Record<Role, number>>
  /** So many times as fast as real do the clocks of WhatsApp and of one more process go, which sends. */
  speed?: number
  dials?: Record<string, unknown>
  /** Where dispatchers find WhatsApp, when not at the simulator itself. */
  graphUrl?: (simulatorUrl: string) => Promise<string>
  /** Modules that dispatchers load first. */
  preload?: readonly string[]
  env?: Record<string, string>
  /** More of the environment for each dispatcher, by its number from 0. */
  dispatchEnv?: (n: number) => Record<string, string>
  /** Keep webhooks of the simulator's log, too. */
  webhooks?: boolean
  /** Where PostgreSQL keeps its data, when not in a folder of its own. */
  databaseFolder?: string
  databaseSettings?: Record<string, string>
}

const DIALS = {
  latencyMs: [5, 40],
  deliverMs: [50, 300],
  readMs: [100, 600],
  readRate: 0.3,
  tapRate: 0,
  stopRate: 0,
  blockRate: 0,
  deliverRate: 1,
  templateDelayMs: 1,
}

/**
 * Jawort as it is run when it has grown: several processes of each role on one PostgreSQL, Meta (the simulator) outside.
 * Everything is started by this process, on the loopback, and ended with it.
 */
export class Installation {
  readonly postgres: Postgres
  readonly simulator: Simulator
  readonly traffic: Traffic
  readonly folder: string
  readonly env: Record<string, string>
  readonly servers: Child[] = []
  shop: SeededShop = { businessId: '', channels: [] }
  /** Marketing messages that were queued at the start. */
  queued = 0
  #front: Front | undefined
  #database: Database | undefined

  private constructor(
    folder: string,
    postgres: Postgres,
    simulator: Simulator,
    traffic: Traffic,
    env: Record<string, string>,
  ) {
    this.folder = folder
    this.postgres = postgres
    this.simulator = simulator
    this.traffic = traffic
    this.env = env
  }

  /** Sets everything up and queues the campaigns; no process of Jawort runs yet. */
  static async open(context: TortureContext, wish: InstallationWish): Promise<Installation> {
    const folder = mkdtempSync(join(context.temp, 'jawort-torture-'))
    // PostgreSQL may run as another user, who has to get to its own folder in here.
    chmodSync(folder, 0o755)
    context.later(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
    const since = Date.now()
    const simulator = await startSimulatorProcess({
      seed: context.seed,
      dials: { ...DIALS, ...wish.dials },
      speed: wish.speed ?? 1,
      since,
    })
    context.later(() => simulator.stop())
    const postgres = await newPostgres(wish.databaseFolder ?? join(folder, 'postgres'), wish.databaseSettings)
    context.later(() => postgres.remove())
    const env = {
      ...postgresPlace(postgres.url),
      GRAPH_BASE_URL: (await wish.graphUrl?.(simulator.url)) ?? simulator.url,
      LOG_LEVEL: 'warn',
      ...(wish.speed ? { TORTURE_SPEED: String(wish.speed), TORTURE_SINCE: String(since) } : {}),
      ...wish.env,
    }
    const traffic = new Traffic(simulator, { webhooks: wish.webhooks ?? false })
    const installation = new Installation(folder, postgres, simulator, traffic, env)
    context.later(async (held) => {
      if (!held) for (const server of installation.servers) console.error(server.lastWords())
      await installation.#end()
    })
    await installation.#prepare(wish)
    traffic.follow()
    return installation
  }

  async #prepare(wish: InstallationWish): Promise<void> {
    const roles = (['dispatch', 'intake', 'jobs'] as const).flatMap((role) =>
      Array.from({ length: wish.processes[role] ?? 0 }, (_, n) => ({ role, n, name: `${role} ${n + 1}` })),
    )
    const intakePorts: number[] = []
    for (const { role, n, name } of roles) {
      const port = await freePort()
      if (role === 'intake') intakePorts.push(port)
      const preload = role === 'dispatch' ? (wish.preload ?? []) : []
      const args = [...preload.flatMap((file) => ['--import', file]), MAIN, 'serve', '--role', role]
      const log = join(this.folder, `${name.replace(' ', '-')}.log`)
      const more = role === 'dispatch' ? wish.dispatchEnv?.(n) : {}
      this.servers.push(new Child(name, args, { ...this.env, ...more, PORT: String(port) }, log))
    }
    if (wish.speed) {
      const env = { ...this.env, JAWORT_ROLES: 'dispatch,jobs', PORT: String(await freePort()) }
      this.servers.push(new Child('dispatch fast', [FAST], env, join(this.folder, 'dispatch-fast.log')))
    }
    this.#front = await startFront(intakePorts)
    const { runtime, close } = await openPlace(this.env)
    try {
      this.shop = await seedInstallation(
        runtime,
        this.simulator,
        `${this.#front.url}/webhooks/whatsapp`,
        wish,
      )
      await this.#refuseSome()
      // What an import does when it is finished.
      await this.#database?.script(async (run) => void (await run('analyze')))
      this.queued = await seedCampaigns(runtime, this.shop)
      // What Meta says of the numbers is known already; a job must not change the pace in the middle.
      await this.sql("delete from jobs.job where name like 'standing.refresh%'")
    } finally {
      await close()
    }
  }

  /** One of fifty has withdrawn before: a candidate who must end as an exclusion. */
  async #refuseSome(): Promise<void> {
    await this.sql(
      "update consent set state = 'withdrawn' where get_byte(uuid_send(contact_id), 15) % 50 = 0",
    )
  }

  /** Runs SQL that only looks, on a connection of its own; waits while the database is being killed and started. */
  async sql<Row = Record<string, unknown>>(text: string): Promise<Row[]> {
    this.#database ??= await openDatabase({ databaseUrl: this.postgres.url, dataDir: 'memory', poolSize: 1 })
    let rows: Row[] = []
    for (const until = performance.now() + AWAY_MS; ; await pause(200)) {
      try {
        await this.#database.script(async (run) => {
          rows = (await run(text)) as Row[]
        })
        return rows
      } catch (error) {
        const known = error instanceof Error && 'severity' in error && error.severity === 'ERROR'
        if (known || performance.now() > until) throw error
      }
    }
  }

  /** A runtime of the application on this database, for its own verbs; to be closed by whoever asked. */
  openRuntime(): Promise<{ runtime: Runtime; close(): Promise<void> }> {
    return openPlace(this.env)
  }

  /** The processes of a role. */
  of(role: Role): Child[] {
    return this.servers.filter((server) => server.name.startsWith(role))
  }

  startAll(): void {
    for (const server of this.servers) server.start()
  }

  /** @throws Violation when a process ended that nobody had killed */
  expectNobodyFell(): void {
    const fell = this.servers.flatMap((server) => server.fell ?? [])
    demand(fell.length === 0, fell.join('; '))
  }

  async states(): Promise<Record<string, number>> {
    const rows = await this.sql<{ state: string; count: number }>(
      "select state, count(*)::int as count from message where category = 'marketing' group by state order by state",
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  }

  /**
   * Waits until nothing is queued or under way, all that Meta had to tell has been taken in and processed, and every message
   * that reached WhatsApp is no longer in doubt.
   */
  async comeToRest(patienceMs = 60_000): Promise<void> {
    await waitUntil(async () => (await this.#left()).some === 0, {
      stuck: 'The installation does not come to rest.',
      progress: () => this.#left(),
      patienceMs,
      lookMs: 500,
    })
    await this.#webhooksDrained(patienceMs)
    this.expectNobodyFell()
  }

  /** Until all that was received is processed. */
  async nothingWaits(): Promise<void> {
    const waiting = async () =>
      (await this.sql<{ count: number }>('select count(*)::int as count from webhook_waiting'))[0]?.count ?? 0
    await waitUntil(async () => (await waiting()) === 0, {
      stuck: 'What was taken is not processed.',
      progress: waiting,
    })
  }

  async #left(): Promise<{ some: number }> {
    const [row] = await this.sql<{ open: number; due: number; updates: number }>(`select
      (select count(*)::int from message where state in ('queued', 'sending')) as open,
      (select count(*)::int from message_queue where epoch is null) as due,
      (select count(*)::int from webhook_waiting) as updates`)
    const left = row ?? { open: 1, due: 1, updates: 1 }
    return { ...left, some: left.open + left.due + left.updates }
  }

  /** Whoever was accepted has a status in the end; that is how we know that the simulator has told everything. */
  async #webhooksDrained(patienceMs: number): Promise<void> {
    await this.traffic.settle(500)
    const accepted = new Set(
      this.traffic.requests.filter((request) => request.status === 200).map((request) => request.messageId),
    )
    const doubtful = async () => {
      const rows = await this.sql<{ message_id: string }>(
        "select message_id from message where state in ('unknown', 'accepted')",
      )
      return rows.filter(({ message_id }) => accepted.has(message_id)).length
    }
    await waitUntil(async () => (await doubtful()) === 0, {
      stuck: 'Messages that WhatsApp has taken are still without a status.',
      progress: doubtful,
      patienceMs,
      lookMs: 500,
    })
    await pause(500)
    await this.traffic.catchUp()
  }

  async #end(): Promise<void> {
    this.traffic.stop()
    await Promise.all(this.servers.map((server) => server.end('SIGKILL')))
    await this.#front?.close()
    await this.#database?.close()
  }
}
