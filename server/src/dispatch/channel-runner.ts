import { type Channel, channelCredentials, getChannel } from '../channels/index.ts'
import { type Context, SECOND, withTransaction } from '../platform/index.ts'
import { createGraphClient, type GraphClient, type GraphTransport } from '../whatsapp/index.ts'
import { announceResults, announceWithheld } from './announce.ts'
import { BATCH, type ChannelPace, UNPACED } from './channel-pace.ts'
import type { Claimed } from './claim.ts'
import { claimNext, roomOf } from './claim-next.ts'
import { type Composed, compose } from './compose.ts'
import { WAKE } from './hooks.ts'
import { type HeldLease, LEASE_MS, type Lease, releaseLease, takeLease } from './lease.ts'
import { QueueFront } from './queue-front.ts'
import { markInterrupted } from './recover.ts'
import { ResultWriter } from './result-writer.ts'
import { type Sent, send } from './send.ts'
import { type Settled, settle } from './settle.ts'
import { isStop, settleStop } from './settle-stop.ts'
import { isStopped, whatStopped } from './startable.ts'
import { noteChanges } from './tell-changes.ts'

/** While requests are under way the queue is looked at this often without being woken. */
const LOOK_AGAIN_MS = 100
/** The messaging limit is counted anew, and the channel read again, at least this often. */
const REFRESH_MS = 5 * SECOND
/** What lies behind the front of the queue is looked at again after this. */
const FORGET_FRONT_MS = 10 * SECOND

/** How long a runner stays without anything due: the next message, or a slowed campaign's turn, often comes within it. */
const LINGER_MS = SECOND

/** What the requests of one batch have in common. */
interface Round {
  lease: Lease
  client: GraphClient
  channel: Channel
  results: ResultWriter
  /** When the pacer let them through. */
  pacedAt: number
}

interface Options {
  transport: GraphTransport
  /** What is known of the channel from before; outlives the runner. */
  pace: ChannelPace
  holder: string
  /** False sends as fast as it can; for tests. */
  paced: boolean
}

/**
 * Sends for one channel while it holds the channel's lease: claims micro-batches, keeps many requests under way, writes
 * results back in batches. One runner per channel and process.
 */
export class ChannelRunner {
  readonly #ctx: Context
  readonly #channelId: string
  readonly #options: Options
  readonly #front = new QueueFront()
  readonly #abort = new AbortController()
  #underWay = 0
  /** Claimed, and not under way yet. */
  #claimed = 0
  /** The batch that is being composed while the next one is claimed. */
  #starting: Promise<void> = Promise.resolve()
  #lost = false
  #made: { client: GraphClient; since: number } | undefined
  /** Called when a request came back or the last result was written. */
  #onChange: (() => void) | undefined

  constructor(ctx: Context, channelId: string, options: Options) {
    this.#ctx = ctx
    this.#channelId = channelId
    this.#options = options
  }

  /** No new claims; what was claimed but not started goes back to the queue, what is under way may finish. */
  stop(): void {
    this.#abort.abort()
  }

  /**
   * Works until the channel has nothing due and nothing under way.
   * @returns messages handled; null when somebody else holds the channel
   */
  async run(): Promise<number | null> {
    const lease = await takeLease(this.#ctx, this.#channelId, this.#options.holder, true)
    if (!lease) return null
    const results = new ResultWriter(this.#ctx, this.#abort.signal, async (batch) => {
      await this.#write(lease, batch)
      this.#onChange?.()
    })
    try {
      await markInterrupted(this.#ctx, lease)
      return await this.#work(lease, results)
    } finally {
      await Promise.allSettled([this.#starting])
      while (this.#underWay > 0) await this.#somethingChanges()
      await results.written()
      await releaseLease(this.#ctx, lease)
    }
  }

  async #work(lease: HeldLease, results: ResultWriter): Promise<number> {
    let channel = await getChannel(this.#ctx, this.#channelId)
    this.#heedLate(lease, channel)
    let client = await this.#client(channel)
    let renewAt = performance.now() + LEASE_MS / 3
    let refreshAt = 0
    let forgetAt = performance.now() + FORGET_FRONT_MS
    let room = { people: 0, inTurn: false }
    let handled = 0
    let busyAt = performance.now()
    while (!this.#abort.signal.aborted && !this.#lost) {
      const now = performance.now()
      if (now >= renewAt) {
        const held = await takeLease(this.#ctx, this.#channelId, lease.holder)
        if (!held) break
        this.#heedLate(held, channel)
        renewAt = now + LEASE_MS / 3
      }
      if (now >= refreshAt || room.people < BATCH) {
        channel = await getChannel(this.#ctx, this.#channelId)
        client = await this.#client(channel)
        room = await roomOf(this.#ctx, channel)
        refreshAt = now + REFRESH_MS
      }
      if (now >= forgetAt) {
        this.#front.forget()
        forgetAt = now + FORGET_FRONT_MS
      }
      const messages = this.#allowed(channel)
      if (messages <= 0) {
        await this.#pause(channel)
        continue
      }
      const pacedAt = performance.now()
      const claimed = await claimNext(this.#ctx, lease, { channel, messages, room }, this.#front)
      this.#front.advance(claimed)
      // One batch is composed while the next one is claimed.
      const before = this.#starting
      this.#starting = this.#start(before, { lease, client, channel, results, pacedAt }, claimed)
      // Whoever awaits it hears of a failure; until then it must not look unhandled.
      this.#starting.catch(() => {})
      await before
      handled += claimed.length
      room.people -= claimed.filter((each) => each.state === 'sending' && each.category !== 'service').length
      if (claimed.length > 0) busyAt = now
      if (claimed.length > 0 || this.#front.forget()) continue
      await this.#starting
      const idle = this.#underWay === 0 && results.idle
      if (idle && (!this.#options.paced || now - busyAt > LINGER_MS)) break
      await this.#news()
    }
    return handled
  }

  /** A token that was replaced is used from the next batch on, also in the middle of a campaign. */
  async #client({ updatedAt }: Channel): Promise<GraphClient> {
    const since = updatedAt.getTime()
    if (this.#made?.since === since) return this.#made.client
    const { accessToken } = await channelCredentials(this.#ctx, this.#channelId)
    const { config } = this.#ctx
    const client = createGraphClient({
      baseUrl: config.graphBaseUrl,
      version: config.graphVersion,
      token: accessToken,
      transport: this.#options.transport,
    })
    this.#made = { client, since }
    return client
  }

  #heedLate({ refused }: HeldLease, { wabaId }: Channel): void {
    if (!refused) return
    const agoMs = this.#ctx.clock.now().getTime() - refused.requestAt.getTime()
    this.#options.pace.noteLate(refused, wabaId, agoMs)
  }

  #allowed({ wabaId, throughput }: Channel): number {
    const { pace, paced } = this.#options
    return pace.allowed(wabaId, paced ? throughput : UNPACED, this.#underWay + this.#claimed)
  }

  /**
   * Composes the claimed messages and starts their requests, but for those whose person has withdrawn since.
   * @param before the batch before this one: batches start in their order, and none after one that failed
   */
  async #start(before: Promise<void>, round: Round, claimed: readonly Claimed[]): Promise<void> {
    const batch = claimed.filter((message) => message.state === 'sending')
    const unstarted = new Set(batch)
    this.#options.pace.take(batch.length)
    this.#claimed += batch.length
    try {
      await before
      if (batch.length < claimed.length) {
        await announceWithheld(this.#ctx, this.#channelId, claimed)
        noteChanges(this.#ctx, campaignsOf(claimed))
      }
      if (batch.length === 0) return
      const bodies = await compose(this.#ctx, batch)
      await withTransaction(this.#ctx, async (tx) => {
        const stopped = await whatStopped(tx, round.lease)
        this.#lost ||= stopped === null
        for (const message of batch) {
          if (!stopped || this.#abort.signal.aborted) break
          if (isStopped(stopped, message)) continue
          unstarted.delete(message)
          this.#claimed--
          this.#launch(round, message, bodies.get(message.messageId) ?? null)
        }
      })
    } finally {
      // Whatever the reason: nothing that was claimed is forgotten.
      this.#claimed -= unstarted.size
      for (const message of unstarted)
        round.results.add({ message, outcome: { result: 'released' }, error: null })
    }
  }

  #launch(round: Round, message: Claimed, body: Composed): void {
    const { client, channel, results, pacedAt } = round
    const { pace } = this.#options
    const wait = pace.takePair(message.contactId)
    if (wait > 0) {
      const outcome = { result: 'retry', code: 131056, afterSeconds: wait, counts: false } as const
      results.add({ message, outcome, error: null })
      return
    }
    const { metrics } = this.#ctx
    const startedAt = performance.now()
    this.#underWay++
    metrics.inFlight.inc()
    void send(client, channel.phoneNumberId, message, body).then((sent) => {
      this.#underWay--
      metrics.inFlight.dec()
      pace.noteAnswer(sent, { wabaId: channel.wabaId, pacedAt, startedAt })
      results.add(sent)
      this.#onChange?.()
    })
  }

  async #write(lease: Lease, batch: Sent[]): Promise<void> {
    const others = batch.filter((sent) => !isStop(sent))
    if (others.length > 0) await this.#written(lease, others, await settle(this.#ctx, lease, others))
    for (const sent of batch.filter(isStop))
      await this.#written(lease, [sent], await settleStop(this.#ctx, lease, sent))
  }

  async #written(lease: Lease, batch: readonly Sent[], settled: readonly Settled[]): Promise<void> {
    if (settled.length < batch.length) {
      // A status was faster, or somebody else holds the channel now; the statuses settle what we could not write.
      this.#lost ||= !(await takeLease(this.#ctx, this.#channelId, lease.holder))
    }
    this.#count(settled)
    noteChanges(this.#ctx, campaignsOf(settled))
    await announceResults(this.#ctx, settled, batch)
  }

  #count(settled: readonly Settled[]): void {
    const counts = new Map<string, number>()
    for (const { category, state } of settled) {
      const labels = `${category} ${state}`
      counts.set(labels, (counts.get(labels) ?? 0) + 1)
    }
    for (const [labels, count] of counts) this.#ctx.metrics.messages.labels(...labels.split(' ')).inc(count)
  }

  /** Nothing is due: waits for news, for the last result, or a moment, since results may bring new work. */
  async #news(): Promise<void> {
    const woken = new AbortController()
    const all = AbortSignal.any([this.#abort.signal, woken.signal])
    this.#onChange = () => woken.abort()
    await this.#ctx.signals.wait(WAKE, LOOK_AGAIN_MS, all)
    this.#onChange = undefined
  }

  /** Too fast or too much under way: until there is room, or we are told to stop. */
  async #pause(channel: Channel): Promise<void> {
    await this.#somethingChanges(Math.min(SECOND, this.#options.pace.waitMs(channel.wabaId) || SECOND))
  }

  /** Until a request came back or `ms` have passed, or we are told to stop. */
  #somethingChanges(ms: number = SECOND): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#onChange = undefined
        this.#abort.signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#onChange = done
      this.#abort.signal.addEventListener('abort', done)
    })
  }
}

function campaignsOf(messages: readonly { campaignId: string | null }[]): string[] {
  return [...new Set(messages.flatMap((message) => message.campaignId ?? []))]
}
