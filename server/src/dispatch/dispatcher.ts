import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Lookout } from '../brake/index.ts'
import { type Context, createContext, type Runtime, SECOND } from '../platform/index.ts'
import { createGraphTransport, type GraphTransport } from '../whatsapp/index.ts'
import { ChannelPaces } from './channel-pace.ts'
import { ChannelRunner } from './channel-runner.ts'
import { divide, fairShare, leave, type Offered } from './fair-share.ts'
import { WAKE } from './hooks.ts'
import { UNRELEASED } from './ramp.ts'
import { endDoubt } from './recover.ts'
import { noteChanges, tellChanges } from './tell-changes.ts'
import { UsageBrake } from './usage-brake.ts'

/** A lost signal is a delay of at most this. */
const LOOK_EVERY_MS = 2 * SECOND
/** How long requests may take to come back when we are told to stop. */
const GRACE_MS = 5 * SECOND
const SWEEP_EVERY_MS = 60 * SECOND

interface Due extends Offered {
  businessId: string
  channelId: string
}

/**
 * Starts sending: one runner per channel that has something due and that nobody else holds. Woken by the signal `dispatch`.
 * `stop` claims nothing more, lets requests that are under way come back, and gives the channels free.
 */
export function startDispatch(runtime: Runtime): { stop(): Promise<void> } {
  const dispatcher = new Dispatcher(runtime, true)
  const abort = new AbortController()
  const running = (async () => {
    let sweepAt = 0
    while (!abort.signal.aborted) {
      const woken = runtime.signals.wait(WAKE, LOOK_EVERY_MS, abort.signal)
      try {
        if (performance.now() >= sweepAt) {
          await dispatcher.sweep()
          sweepAt = performance.now() + SWEEP_EVERY_MS
        }
        await dispatcher.lookForWork()
      } catch (error) {
        runtime.log.error({ err: error }, 'dispatch could not look for work')
      }
      await woken
    }
  })()
  return {
    async stop() {
      abort.abort()
      await running
      await dispatcher.close()
    },
  }
}

/**
 * Sends everything that is due now, without pacing and timers, and waits for it; for tests.
 * @returns messages handled
 */
export async function runDispatchOnce(runtime: Runtime): Promise<number> {
  const dispatcher = new Dispatcher(runtime, false)
  try {
    await dispatcher.sweep()
    let handled = 0
    for (;;) {
      const now = await dispatcher.runDue()
      handled += now
      if (now === 0) return handled
    }
  } finally {
    await dispatcher.close()
  }
}

export class Dispatcher {
  readonly #runtime: Runtime
  readonly #paced: boolean
  readonly #holder = randomUUID()
  readonly #transport: GraphTransport
  readonly #lookout: Lookout
  readonly #brake = new UsageBrake()
  readonly #paces = new ChannelPaces(this.#brake)
  readonly #running = new Map<string, { runner: ChannelRunner; done: Promise<number> }>()

  constructor(runtime: Runtime, paced: boolean) {
    this.#runtime = runtime
    this.#lookout = new Lookout(runtime)
    this.#paced = paced
    this.#transport = createGraphTransport({
      baseUrl: runtime.config.graphBaseUrl,
      version: runtime.config.graphVersion,
      onUsage: (usage) => this.#brake.note(usage),
    })
  }

  /**
   * Starts a runner for channels that have work and none yet, up to this process's fair share of them, and gives channels
   * free beyond it. Nothing runs while the installation's brake is on.
   */
  async lookForWork(): Promise<void> {
    if (await this.#lookout.isBraked()) {
      for (const { runner } of this.#running.values()) runner.stop()
      return
    }
    const due = await dueChannels(this.#runtime, this.#holder)
    const share = await fairShare(this.#runtime, this.#holder, due.length)
    const { free, take } = divide(due, [...this.#running.keys()], share)
    for (const key of free) this.#running.get(key)?.runner.stop()
    for (const each of due) if (take.includes(each.key)) this.#start(each)
  }

  /** @returns messages handled by all runners, after they ended */
  async runDue(): Promise<number> {
    if (await this.#lookout.isBraked()) return 0
    for (const due of await dueChannels(this.#runtime, this.#holder)) this.#start(due)
    const counts = await Promise.all([...this.#running.values()].map((entry) => entry.done))
    await tellChanges(this.#runtime)
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /** Ends doubts that nothing settled for a day, and forgets channels that are not used any more. */
  async sweep(): Promise<void> {
    this.#paces.forgetIdle()
    const businesses = await sql<{ businessId: string }>`
      select business_id as "businessId" from business_key b
      where exists (select 1 from message_queue q where q.business_id = b.business_id and q.epoch is not null)`.execute(
      this.#runtime.db,
    )
    for (const { businessId } of businesses.rows) {
      const ctx = this.#context(businessId)
      noteChanges(ctx, await endDoubt(ctx))
    }
  }

  async close(): Promise<void> {
    for (const { runner } of this.#running.values()) runner.stop()
    // What has no answer by then becomes `unknown`, and its status settles it.
    const late = setTimeout(() => void this.#transport.destroy(), GRACE_MS)
    await Promise.all([...this.#running.values()].map((entry) => entry.done))
    clearTimeout(late)
    await tellChanges(this.#runtime)
    await this.#transport.destroy()
    await leave(this.#runtime, this.#holder)
  }

  #start(due: Due): void {
    const { businessId, channelId, key } = due
    if (this.#running.has(key)) return
    const runner = new ChannelRunner(this.#context(businessId), channelId, {
      transport: this.#transport,
      pace: this.#paces.of(key),
      holder: this.#holder,
      paced: this.#paced,
    })
    const done = runner
      .run()
      .then((handled) => handled ?? 0)
      .catch((error: unknown) => {
        this.#runtime.log.error({ err: error, channelId }, 'sending for a channel failed')
        return 0
      })
      .finally(() => this.#running.delete(key))
    this.#running.set(key, { runner, done })
  }

  #context(businessId: string): Context {
    return createContext(this.#runtime, businessId, { kind: 'system', job: 'dispatch' })
  }
}

/** Channels with something due; asks over all businesses, because a dispatcher serves the installation. */
async function dueChannels(runtime: Runtime, holder: string): Promise<Due[]> {
  const now = runtime.clock.now()
  const { rows } = await sql<Due>`
    select ch.business_id as "businessId", ch.channel_id as "channelId", ch.business_id || ':' || ch.channel_id as key,
      exists (select 1 from channel_lease l where l.business_id = ch.business_id and l.channel_id = ch.channel_id
        and l.holder <> ${holder} and l.expires_at > ${now}) as held
    from channel ch
    where exists (select 1 from message_queue q where q.business_id = ch.business_id and q.channel_id = ch.channel_id
        and q.epoch is null and q.campaign_id is null and q.not_before <= ${now})
      or exists (select 1 from campaign cp where cp.business_id = ch.business_id and cp.channel_id = ch.channel_id
        and cp.state = 'running' and exists (select 1 from message_queue q where q.business_id = cp.business_id
          and q.campaign_id = cp.campaign_id and q.epoch is null and q.not_before <= ${now}))
      or exists (select 1 from campaign cp where cp.business_id = ch.business_id and cp.channel_id = ch.channel_id
        and cp.state = 'running' and cp.ramp_open and exists (select 1 from message_queue q where q.business_id = cp.business_id
          and q.campaign_id = cp.campaign_id and q.epoch is null and q.not_before = ${UNRELEASED}))
      -- Left in flight by a holder that is gone.
      or exists (select 1 from channel_lease l where l.business_id = ch.business_id and l.channel_id = ch.channel_id
        and l.expires_at <= ${now} and exists (select 1 from message_queue q join message m
          on m.business_id = q.business_id and m.month = q.month and m.message_id = q.message_id
          where q.business_id = l.business_id and q.channel_id = l.channel_id and q.epoch <= l.epoch and m.state = 'sending'))`.execute(
    runtime.db,
  )
  return rows
}
