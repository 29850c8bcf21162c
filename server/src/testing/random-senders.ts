import { callbackData } from '../dispatch/callback.ts'
import { type Claimed, claim } from '../dispatch/claim.ts'
import { settleStatuses } from '../dispatch/index.ts'
import { joinStatuses } from '../dispatch/join-statuses.ts'
import { kindsWith } from '../dispatch/kinds.ts'
import { type Lease, takeLease } from '../dispatch/lease.ts'
import { decide, type MessageEvent } from '../dispatch/outcome.ts'
import { endDoubt, markInterrupted } from '../dispatch/recover.ts'
import type { Outcome, Sent } from '../dispatch/send.ts'
import { settle } from '../dispatch/settle.ts'
import { isStopped, whatStopped } from '../dispatch/startable.ts'
import { noteChanges } from '../dispatch/tell-changes.ts'
import { DAY, MINUTE, withTransaction } from '../platform/index.ts'
import { actionFor, type StatusUpdate, wamidDigest } from '../whatsapp/index.ts'
import { add, at, type Told, tell } from './random-told.ts'
import type { Found, RandomWorld } from './random-world.ts'

/** A claim of one message that was handed to a process, and what became of its request. */
export interface Flight {
  lease: Lease
  message: Claimed
  claimedAt: Date
  wamid: string
  started: boolean
  /** The answer said for certain that nobody got it. */
  refused: boolean
  /** A status said so later. */
  dropped: boolean
  /** Statuses came: it did reach Meta. */
  heard: boolean
  /** Its process is gone, and writes nothing down. */
  lost: boolean
  /** The result that its process writes down. */
  sent: Sent | null
}

export type Answer = 'accepted' | 'held' | 'unknown' | number
export type News = 'sent' | 'delivered' | 'read' | number

/**
 * Two processes that send for one number, step by step: every step names the events of the state machine that it was, for
 * which message.
 */
export class RandomSenders {
  readonly flights: Flight[] = []
  readonly #world: RandomWorld
  readonly #leases: (Lease | null)[] = [null, null]
  /** The epoch that counts. */
  #epoch = 0

  constructor(world: RandomWorld) {
    this.#world = world
  }

  get #ctx() {
    return this.#world.kit.as()
  }

  /** A process takes the channel, if it can, and puts in doubt what others left in flight. */
  async take(who: number, before: Map<string, Found>): Promise<Told> {
    const { channel } = this.#world.kit
    const lease = await takeLease(this.#ctx, channel, `process ${who}`, true)
    if (!lease) return new Map()
    this.#leases[who] = lease
    this.#epoch = lease.epoch
    await markInterrupted(this.#ctx, lease)
    return tell(before, (one) => one.open && one.epoch !== null, { what: 'takeover' })
  }

  async claim(who: number, messages: number, before: Map<string, Found>): Promise<Told> {
    const told: Told = this.#leases[who] ? new Map() : await this.take(who, before)
    const lease = this.#leases[who]
    if (!lease) return told
    const claimed = await claim(this.#ctx, lease, { messages, initiated: messages })
    if (claimed.length > 0 && lease.epoch !== this.#epoch) throw new Error('A stale lease claimed something.')
    for (const message of claimed) {
      const verdict = { sending: 'send', queued: 'later', withheld: 'withhold' } as const
      told.set(message.messageId, [
        {
          what: 'claim',
          verdict: verdict[message.state],
          ...(message.reason ? { reason: message.reason } : {}),
        },
      ])
      if (message.state !== 'sending') continue
      this.flights.push({
        lease,
        message,
        claimedAt: this.#world.kit.now(),
        wamid: `${message.messageId}.${this.flights.length}`,
        started: false,
        refused: false,
        dropped: false,
        heard: false,
        lost: false,
        sent: null,
      })
    }
    return told
  }

  /** The requests of a process begin, but for those that were stopped meanwhile. @returns those that did */
  async start(who: number): Promise<Flight[]> {
    const lease = this.#leases[who]
    const mine = this.flights.filter((one) => one.lease === lease && !one.started && !one.sent && !one.lost)
    if (!lease || mine.length === 0) return []
    const stopped = await withTransaction(this.#ctx, (tx) => whatStopped(tx, lease))
    if (stopped && lease.epoch !== this.#epoch) throw new Error('A stale lease may start something.')
    const begun = stopped ? mine.filter((one) => !isStopped(stopped, one.message)) : []
    for (const flight of begun) flight.started = true
    return begun
  }

  /** Results are written, by whoever had them, in whatever order; what never started is released. */
  async answer(picks: readonly (readonly [nth: number, answer: Answer])[]): Promise<Told> {
    const waiting = this.flights.filter((one) => !one.sent && !one.lost)
    const chosen = new Set<Flight>()
    for (const [nth, answer] of picks) {
      const flight = at(waiting, nth)
      if (!flight || flight.sent) continue
      flight.sent = { message: flight.message, outcome: outcomeOf(flight, answer), error: null }
      flight.refused = 'code' in flight.sent.outcome
      chosen.add(flight)
    }
    return this.#write([...chosen])
  }

  /** A process is killed. */
  die(who: number): void {
    for (const flight of this.flights) if (flight.lease === this.#leases[who]) flight.lost = true
    this.#leases[who] = null
  }

  /** A process writes a result once more, because it did not hear that it was written. */
  async rewrite(nth: number): Promise<Told> {
    const flight = at(
      this.flights.filter((one) => one.sent && !one.lost),
      nth,
    )
    return flight ? this.#write([flight]) : new Map()
  }

  async #write(flights: readonly Flight[]): Promise<Told> {
    const told: Told = new Map()
    const before = await this.#world.messages()
    for (const lease of new Set(flights.map((one) => one.lease))) {
      const batch = flights.filter((one) => one.lease === lease)
      const sent = batch.flatMap((one) => one.sent ?? [])
      await settle(this.#ctx, lease, sent)
      for (const { wamid, message, claimedAt, sent } of batch) {
        const row = before.get(message.messageId)
        // Of an earlier claim, or settled before.
        if (!sent || !row || row.epoch !== lease.epoch) continue
        if (lease.epoch !== this.#epoch && sent.outcome.result !== 'released') continue
        if (row.claimedAt?.getTime() !== claimedAt.getTime()) continue
        add(told, row.id, answered(sent, this.#digest(wamid)))
      }
      noteChanges(
        this.#ctx,
        batch.flatMap(({ message }) => message.campaignId ?? []),
      )
    }
    return told
  }

  /** Meta judges the template: what it held back goes on. */
  async release(): Promise<Told> {
    const known = this.#reached
    const held = known.flatMap((one, nth) => (one.sent?.outcome.result === 'held' ? [nth] : []))
    return this.news(held.map((nth) => [nth, 'sent']))
  }

  get #reached() {
    return this.flights.filter((one) => one.started && !one.refused)
  }

  /** Statuses of requests that did reach Meta, whether their process knows it or not. */
  async news(picks: readonly (readonly [nth: number, news: News])[]): Promise<Told> {
    const known = this.#reached
    const statuses: StatusUpdate[] = []
    for (const [nth, news] of picks) {
      const flight = at(known, nth)
      if (!flight) continue
      flight.heard = true
      statuses.push(this.#status(flight, news))
    }
    const before = await this.#world.messages()
    await withTransaction(this.#ctx, (tx) => settleStatuses(tx, { statuses }))
    for (const { wamid, error } of statuses) {
      const flight = known.find((one) => one.wamid === wamid)
      if (flight && error) flight.dropped = true
    }
    const told: Told = new Map()
    for (const joined of joinStatuses(statuses).flat()) {
      const row = before.get(joined.messageId)
      if (!row) continue
      const age = row.acceptedAt ? this.#world.kit.now().getTime() - row.acceptedAt.getTime() : 0
      const failed = joined.failedAt ? (joined.code ?? 0) : null
      const { attempt, wamid, rank } = joined
      const old = age > 2 * DAY
      add(told, row.id, {
        what: 'status',
        attempt,
        wamid: this.#digest(wamid),
        rank,
        failed,
        barred: barOf(row),
        old,
      })
    }
    return told
  }

  #status({ message, wamid }: Flight, news: News): StatusUpdate {
    const failed = typeof news === 'number'
    return {
      kind: 'status',
      wamid,
      status: failed ? 'failed' : news,
      at: this.#world.kit.now(),
      callback: callbackData(message.messageId, message.attempts),
      pricing: null,
      error: failed ? { code: news, title: '', detail: '' } : null,
    }
  }

  #digest(wamid: string): string {
    return wamidDigest(this.#ctx, wamid)
  }

  /** What stayed unknown for too long ends, or goes once more. */
  async endDoubt(before: Map<string, Found>): Promise<Told> {
    const now = this.#world.kit.now().getTime()
    const since = ({ claimedAt }: Found) => now - (claimedAt?.getTime() ?? now)
    noteChanges(this.#ctx, await endDoubt(this.#ctx))
    const told = tell(before, (one) => one.open && since(one) >= DAY, { what: 'doubt_over' })
    const again = (one: Found) =>
      since(one) >= 10 * MINUTE &&
      since(one) < DAY &&
      one.category !== 'marketing' &&
      REPEATABLE.includes(one.kind)
    for (const one of before.values()) {
      if (one.open && again(one)) add(told, one.id, { what: 'repeat' })
      if (one.open && since(one) >= 3 * DAY) add(told, one.id, { what: 'hold_over' })
    }
    return told
  }
}

const REPEATABLE: readonly string[] = kindsWith('repeatable')

/** As `send` turns Meta's answers into results. */
function outcomeOf({ started, heard, message, wamid }: Flight, answer: Answer): Outcome {
  if (!started) return { result: 'released' }
  if (answer === 'unknown') return { result: 'unknown' }
  // Whoever got statuses was not refused.
  if (typeof answer !== 'number' || heard) return { result: answer === 'held' ? 'held' : 'accepted', wamid }
  const decision = decide(actionFor(answer), message)
  if (decision.message === 'failed') return { result: 'failed', code: answer }
  const { afterSeconds, counts } = decision
  return { result: 'retry', code: answer, afterSeconds, counts }
}

function answered({ message, outcome }: Sent, wamid: string): MessageEvent {
  const attempt = message.attempts
  switch (outcome.result) {
    case 'accepted':
    case 'held':
      return { what: 'accepted', attempt, wamid, held: outcome.result === 'held' }
    case 'unknown':
      return { what: 'lost', attempt }
    case 'released':
      return { what: 'released', attempt }
    default:
      return { what: 'refused', attempt, code: outcome.code }
  }
}

/** Why a message may not go once more, asked at the moment of its failure. */
function barOf({ category, consent, campaign }: Found): string | null {
  const over = campaign === 'cancelled' ? 'campaign_cancelled' : null
  if (category !== 'marketing' || consent === 'confirmed') return over
  return `consent_${consent}`
}
