import { MINUTE } from '../platform/index.ts'
import type { Claimed, Front } from './claim.ts'

/** Room for campaigns that take over the turns of one that has ended. */
const SPARE = 1.5
/** How long a message of an earlier month that comes back into a busy queue may go unnoticed. */
const SINCE_MS = MINUTE

/**
 * Remembers how far each campaign's queue has been walked, so that a claim does not step over the index entries of a million
 * messages that are gone, and how the last claim was shared, so that it does not look at a whole batch of every campaign. Hints
 * only: whatever lies behind the front is found again when it is forgotten, what is looked at grows with what was found, and no
 * campaign counts as done before a claim without both found nothing.
 */
export class QueueFront {
  readonly #fronts = new Map<string, Front>()
  /** The part of the last claim that the campaign with the most messages had in it. */
  #largest = 1
  /** The campaign that had the last turn of the last claim: with many campaigns and small claims not all get one. */
  #last: string | undefined
  #since: { month: string; until: number } | undefined

  get last(): string | undefined {
    return this.#last
  }

  get known(): Front[] {
    return [...this.#fronts.values()]
  }

  /** The first month that messages of the queue are of, looked up once a minute. */
  async since(now: Date, look: () => Promise<string>): Promise<string> {
    if (!this.#since || this.#since.until < now.getTime())
      this.#since = { month: await look(), until: now.getTime() + SINCE_MS }
    return this.#since.month
  }

  /** How many messages of each campaign to look at for a claim of so many. */
  eachOf(messages: number): number {
    return Math.min(messages, Math.ceil(messages * this.#largest * SPARE))
  }

  /** Messages are claimed in the order of the queue. */
  advance(claimed: readonly Pick<Claimed, 'campaignId' | 'notBefore' | 'messageId'>[]): void {
    const shares = new Map<string, number>()
    let all = 0
    for (const { campaignId, notBefore, messageId } of claimed) {
      if (campaignId === null) continue
      all++
      shares.set(campaignId, (shares.get(campaignId) ?? 0) + 1)
      const front = this.#fronts.get(campaignId)
      const ahead =
        !front ||
        notBefore > front.notBefore ||
        (notBefore.getTime() === front.notBefore.getTime() && messageId > front.messageId)
      if (ahead) this.#fronts.set(campaignId, { campaignId, notBefore, messageId })
    }
    const most = Math.max(0, ...shares.values())
    this.#largest = all === 0 ? 1 : most / all
    this.#last = this.#lastOf([...shares].flatMap(([id, share]) => (share === most ? id : []))) ?? this.#last
  }

  /** Of those who had as many turns as anybody, the last one: they go by their ids, beginning after the one before. */
  #lastOf(campaigns: readonly string[]): string | undefined {
    const before = this.#last
    const passed = campaigns.filter((id) => before !== undefined && id <= before)
    return (passed.length > 0 ? passed : campaigns).toSorted().at(-1)
  }

  /** @returns whether there was anything to forget */
  forget(): boolean {
    const some = this.#fronts.size > 0
    this.#fronts.clear()
    this.#largest = 1
    this.#since = undefined
    return some
  }
}
