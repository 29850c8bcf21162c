import { MINUTE, SECOND } from '../platform/index.ts'
import { actionFor, type GraphError } from '../whatsapp/index.ts'
import { Concurrency } from './concurrency.ts'
import { DoubtBrake } from './doubt-brake.ts'
import type { LateRefusal } from './late-refusal.ts'
import { Pacer } from './pacer.ts'
import { PairLimit } from './pair-limit.ts'
import type { Sent } from './send.ts'
import type { UsageBrake } from './usage-brake.ts'

/** Largest micro-batch. */
export const BATCH = 400
/** Messages per second when nothing holds us back. */
export const UNPACED = 1_000_000
/** Before a channel is tried again that Meta has stopped altogether. */
const STOPPED_SECONDS = 60
/** Connections that nothing uses are closed after this. */
const IDLE_MS = 30 * SECOND
/** A pace that was halved has recovered by itself after this. */
const RECOVERED_MS = 20 * SECOND
/** Longer than the longest rest, and than a burst to one person has to be made up for (45 × 6 s). */
const KEEP_MS = 10 * MINUTE

/** Where a message goes out, and when it was let through. */
interface Start {
  wabaId: string
  /** When the pacer let it through. */
  pacedAt: number
  /** When the request began. */
  startedAt: number
}

/**
 * How fast a channel may be sent on, and what its answers teach about that. A runner ends as soon as nothing is due; this stays, so
 * that the next one neither writes to a person too often nor runs into the same limit again.
 */
export class ChannelPace {
  readonly #brake: UsageBrake
  readonly #now: () => number
  readonly #pacer: Pacer
  readonly #pairs: PairLimit
  readonly #concurrency = new Concurrency()
  readonly #doubts: DoubtBrake
  #usedAt: number
  /** When the message was requested whose late refusal was heeded last. */
  #heardLate = 0

  /** @param now milliseconds of a monotonic clock */
  constructor(brake: UsageBrake, now: () => number = () => performance.now()) {
    this.#brake = brake
    this.#now = now
    this.#pacer = new Pacer(UNPACED, now)
    this.#pairs = new PairLimit(now)
    this.#doubts = new DoubtBrake(now)
    this.#usedAt = now()
  }

  get idleMs(): number {
    return this.#now() - this.#usedAt
  }

  /**
   * How many messages may start now; never so few that a claim would not be worth its statement, unless the rate is low.
   * @param perSecond what Meta allows the number
   * @param open messages that are claimed or under way
   */
  allowed(wabaId: string, perSecond: number, open: number): number {
    if (this.idleMs > IDLE_MS) this.#concurrency.beginAgain()
    this.#usedAt = this.#now()
    if (this.#brake.waitMs(wabaId) > 0) return 0
    const gap = this.#brake.gapMs(wabaId)
    const rate = Math.min(perSecond, gap > 0 ? 1_000 / gap : UNPACED)
    this.#pacer.perSecond = rate
    const limit = this.#concurrency.limit(rate, BATCH)
    const free = limit - open
    const allowed = Math.min(BATCH, limit, this.#pacer.available)
    if (this.#doubts.probing) return open === 0 ? Math.min(1, allowed) : 0
    return free >= Math.min(allowed, limit / 2) ? Math.min(free, allowed) : 0
  }

  /** Milliseconds until messages may start; 0 when only requests under way are waited for. */
  waitMs(wabaId: string): number {
    return this.#brake.waitMs(wabaId) || this.#pacer.waitMs
  }

  /** So many messages are let through. */
  take(count: number): void {
    this.#pacer.take(count)
  }

  /** Counts a message to the person. @returns 0 when it may go, else the seconds to wait */
  takePair(contactId: string): number {
    return this.#pairs.take(contactId)
  }

  /** Slows the channel, its account or the whole app down, as the error table says. */
  noteAnswer(
    { outcome, error }: Pick<Sent, 'outcome' | 'error'>,
    { wabaId, pacedAt, startedAt }: Start,
  ): void {
    this.#concurrency.noteAnswer(this.#now() - startedAt)
    const rest = this.#doubts.note(outcome.result, startedAt)
    if (rest > 0) this.#pacer.rest(rest)
    if (error) this.#heed(error, { wabaId, pacedAt })
  }

  /**
   * The same for what Meta said only afterwards, by a status; once for each, however often it is seen.
   * @param agoMs since the message was requested
   */
  noteLate(refused: LateRefusal, wabaId: string, agoMs: number): void {
    const { code, requestAt } = refused
    if (agoMs > RECOVERED_MS || this.#heardLate >= requestAt.getTime()) return
    this.#heardLate = requestAt.getTime()
    this.#heed(
      { code, action: actionFor(code), retryAfter: undefined },
      { wabaId, pacedAt: this.#now() - agoMs },
    )
  }

  #heed(
    { code, action, retryAfter }: Pick<GraphError, 'code' | 'action' | 'retryAfter'>,
    { wabaId, pacedAt }: Pick<Start, 'wabaId' | 'pacedAt'>,
  ): void {
    if (code === 130429) this.#pacer.slowDown(pacedAt, retryAfter)
    else if (action.do === 'retry' && action.scope === 'channel') {
      this.#pacer.rest(retryAfter ?? action.afterSeconds)
    } else if (action.do === 'retry' && (action.scope === 'waba' || action.scope === 'app')) {
      const who = action.scope === 'app' ? 'app' : wabaId
      this.#brake.rest(who, retryAfter ?? action.afterSeconds)
    } else if ((action.do === 'stop_channel' || action.do === 'stop_waba') && !action.marketingOnly) {
      this.#pacer.rest(STOPPED_SECONDS)
    }
  }
}

/** The channels that this process has sent on lately. */
export class ChannelPaces {
  readonly #brake: UsageBrake
  readonly #now: () => number
  readonly #paces = new Map<string, ChannelPace>()

  constructor(brake: UsageBrake, now: () => number = () => performance.now()) {
    this.#brake = brake
    this.#now = now
  }

  of(key: string): ChannelPace {
    const pace = this.#paces.get(key) ?? new ChannelPace(this.#brake, this.#now)
    this.#paces.set(key, pace)
    return pace
  }

  /** Forgets channels that nothing was sent on for so long that there is nothing left to know. */
  forgetIdle(): void {
    for (const [key, pace] of this.#paces) if (pace.idleMs > KEEP_MS) this.#paces.delete(key)
  }
}
