import type { Claimed, Front } from './claim.ts'

/**
 * Remembers how far each campaign's queue has been walked, so that a claim does not step over the index entries of a million
 * messages that are gone. A hint only: whatever lies behind it is found again when the front is forgotten, and no campaign
 * counts as done before a claim without it found nothing.
 */
export class QueueFront {
  readonly #fronts = new Map<string, Front>()

  get known(): Front[] {
    return [...this.#fronts.values()]
  }

  /** Messages are claimed in the order of the queue. */
  advance(claimed: readonly Claimed[]): void {
    for (const { campaignId, notBefore, messageId } of claimed) {
      if (campaignId === null) continue
      const front = this.#fronts.get(campaignId)
      const ahead =
        !front ||
        notBefore > front.notBefore ||
        (notBefore.getTime() === front.notBefore.getTime() && messageId > front.messageId)
      if (ahead) this.#fronts.set(campaignId, { campaignId, notBefore, messageId })
    }
  }

  /** @returns whether there was anything to forget */
  forget(): boolean {
    const some = this.#fronts.size > 0
    this.#fronts.clear()
    return some
  }
}
