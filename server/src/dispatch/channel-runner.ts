import { channelCredentials, getChannel } from '../channels/index.ts'
import { type Context, SECOND } from '../platform/index.ts'
import {
  createGraphClient,
  type GraphClient,
  type GraphTransport,
  MAX_CONNECTIONS,
} from '../whatsapp/index.ts'
import { announceResults, announceWithheld } from './announce.ts'
import { type Claimed, claim } from './claim.ts'
import { compose } from './compose.ts'
import { headRoom } from './head-room.ts'
import { WAKE } from './hooks.ts'
import { LEASE_MS, type Lease, releaseLease, takeLease } from './lease.ts'
import { Pacer } from './pacer.ts'
import { markInterrupted } from './recover.ts'
import { type Sent, send } from './send.ts'
import { settle } from './settle.ts'
import { vetoesOf } from './vetoes.ts'

/** Largest micro-batch: what the fastest number sends in 200 ms. */
const BATCH = 200
/** How long finished requests wait for company before they are written down. */
const GATHER_MS = 15
/** While requests are under way the queue is looked at this often without being woken. */
const LOOK_AGAIN_MS = 250
/** The messaging limit is counted anew at least this often. */
const RECOUNT_MS = 10 * SECOND

/** Messages per second when nothing holds us back. */
const UNPACED = 1_000_000

interface Options {
  transport: GraphTransport
  holder: string
  /** False sends as fast as it can; for tests. */
  paced: boolean
  /** Called with the campaigns whose messages changed. */
  changed: (campaignIds: string[]) => void
}

/**
 * Sends for one channel while it holds the channel's lease: claims micro-batches, keeps many requests under way, writes
 * results back in batches. One runner per channel and process.
 */
export class ChannelRunner {
  readonly #ctx: Context
  readonly #channelId: string
  readonly #options: Options
  readonly #pacer = new Pacer(UNPACED)
  readonly #finished: Sent[] = []
  readonly #abort = new AbortController()
  #underWay = 0
  #settling: Promise<void> | undefined
  #lost = false
  #onQuiet: (() => void) | undefined

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
    const lease = await takeLease(this.#ctx, this.#channelId, this.#options.holder)
    if (!lease) return null
    await markInterrupted(this.#ctx, lease)
    try {
      return await this.#work(lease)
    } finally {
      await this.#drain(lease)
      await releaseLease(this.#ctx, lease)
    }
  }

  async #work(lease: Lease): Promise<number> {
    const channel = await getChannel(this.#ctx, this.#channelId)
    const { accessToken } = await channelCredentials(this.#ctx, this.#channelId)
    const { config } = this.#ctx
    const client = createGraphClient({
      baseUrl: config.graphBaseUrl,
      version: config.graphVersion,
      token: accessToken,
      transport: this.#options.transport,
    })
    this.#pacer.perSecond = this.#options.paced ? channel.throughput : UNPACED
    let renewAt = this.#now() + LEASE_MS / 3
    let recountAt = 0
    let room = 0
    let handled = 0
    while (!this.#abort.signal.aborted && !this.#lost) {
      if (this.#now() >= renewAt) {
        if (!(await takeLease(this.#ctx, this.#channelId, lease.holder))) break
        renewAt = this.#now() + LEASE_MS / 3
      }
      if (this.#now() >= recountAt || room < BATCH) {
        room = await headRoom(this.#ctx, this.#channelId, channel.messagingLimit)
        recountAt = this.#now() + RECOUNT_MS
      }
      const messages = Math.min(BATCH, this.#pacer.available, MAX_CONNECTIONS - this.#underWay)
      if (messages <= 0) {
        await this.#oneOf(this.#pacer.waitMs)
        continue
      }
      const batch = await this.#next(lease, client, channel.phoneNumberId, {
        messages,
        initiated: Math.min(messages, room),
      })
      handled += batch.length
      room -= batch.filter((message) => message.state === 'sending' && message.category !== 'service').length
      if (batch.length > 0) continue
      if (this.#quiet) break
      await this.#somethingNew()
    }
    return handled
  }

  /** Claims, composes and starts one micro-batch. */
  async #next(
    lease: Lease,
    client: GraphClient,
    phoneNumberId: string,
    room: { messages: number; initiated: number },
  ): Promise<Claimed[]> {
    const vetoes = vetoesOf(this.#ctx.runtime)
    const mark = vetoes.mark
    const claimed = await claim(this.#ctx, lease, room)
    const batch = claimed.filter((message) => message.state === 'sending')
    if (batch.length < claimed.length) {
      await announceWithheld(this.#ctx, this.#channelId, claimed)
      this.#changed(claimed)
    }
    if (batch.length === 0) return claimed
    this.#pacer.take(batch.length)
    const bodies = await compose(this.#ctx, batch)
    for (const message of batch) {
      const withdrawn =
        endsByVeto(message) && vetoes.has(mark, this.#ctx.businessId, message.contactId, message.topicId)
      if (withdrawn || this.#abort.signal.aborted) {
        this.#finish(lease, { outcome: { messageId: message.messageId, result: 'released' }, error: null })
        continue
      }
      this.#underWay++
      this.#ctx.metrics.inFlight.inc()
      void send(client, phoneNumberId, message, bodies.get(message.messageId) ?? null).then((sent) => {
        this.#underWay--
        this.#ctx.metrics.inFlight.dec()
        this.#ctx.metrics.messages.labels(message.category, sent.outcome.result).inc()
        this.#react(sent)
        this.#finish(lease, sent)
      })
    }
    return claimed
  }

  /** Slows the channel down or lets it rest, as the error table says. */
  #react({ error }: Sent): void {
    if (!error) return
    const { action } = error
    if (action.do === 'retry' && action.scope === 'channel' && action.afterSeconds <= 1)
      this.#pacer.slowDown()
    else if (action.do === 'retry' && (action.scope === 'channel' || action.scope === 'waba')) {
      this.#pacer.rest(error.retryAfter ?? action.afterSeconds)
    } else if (action.do === 'stop_channel' || action.do === 'stop_waba') this.#pacer.rest(60)
  }

  #finish(lease: Lease, sent: Sent): void {
    this.#finished.push(sent)
    this.#settling ??= this.#gather(lease)
  }

  /** Writes results in batches, one batch at a time, until none are left. */
  async #gather(lease: Lease): Promise<void> {
    while (this.#finished.length > 0) {
      if (this.#finished.length < BATCH && this.#underWay > 0)
        await new Promise((resolve) => setTimeout(resolve, GATHER_MS))
      const batch = this.#finished.splice(0, BATCH)
      try {
        await this.#write(lease, batch)
      } catch (error) {
        this.#ctx.log.error(
          { err: error, results: batch.length },
          'results of sending could not be written; trying again',
        )
        if (this.#abort.signal.aborted) break
        this.#finished.unshift(...batch)
        await new Promise((resolve) => setTimeout(resolve, SECOND))
      }
    }
    this.#settling = undefined
    if (this.#quiet) this.#onQuiet?.()
  }

  async #write(lease: Lease, batch: Sent[]): Promise<void> {
    const settled = await settle(
      this.#ctx,
      lease,
      batch.map((sent) => sent.outcome),
    )
    if (settled.length < batch.length) {
      // Somebody else holds the channel now; the statuses settle what we could not write.
      this.#lost = !(await takeLease(this.#ctx, this.#channelId, lease.holder))
    }
    this.#changed(settled)
    await announceResults(this.#ctx, settled, batch)
  }

  #changed(messages: readonly { campaignId: string | null }[]): void {
    const campaignIds = [...new Set(messages.flatMap((message) => message.campaignId ?? []))]
    if (campaignIds.length > 0) this.#options.changed(campaignIds)
  }

  /** Waits for requests under way and for their results to be written. */
  async #drain(lease: Lease): Promise<void> {
    while (this.#underWay > 0 || this.#settling) {
      await (this.#settling ?? new Promise((resolve) => setTimeout(resolve, GATHER_MS)))
    }
    if (this.#finished.length > 0) await this.#gather(lease)
  }

  get #quiet(): boolean {
    return this.#underWay === 0 && this.#finished.length === 0 && !this.#settling
  }

  /** Nothing is due: waits for news, for the last result, or a moment, since results may bring new work. */
  async #somethingNew(): Promise<void> {
    const woken = new AbortController()
    const all = AbortSignal.any([this.#abort.signal, woken.signal])
    this.#onQuiet = () => woken.abort()
    await this.#ctx.signals.wait(WAKE, LOOK_AGAIN_MS, all)
    this.#onQuiet = undefined
  }

  /** A pause that ends early when we are told to stop. */
  #oneOf(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, Math.min(ms, SECOND))
      const { signal } = this.#abort
      function done() {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
    })
  }

  #now(): number {
    return performance.now()
  }
}

/** A withdrawal stops marketing and what was to be said about the consent; receipts and answers still go. */
function endsByVeto(message: Claimed): boolean {
  return message.category === 'marketing' || message.kind === 'question' || message.kind === 'welcome'
}
