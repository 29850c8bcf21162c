import type { Runtime } from '../platform/index.ts'

interface Veto {
  /** Order number of the latest withdrawal of everything, and of single topics. */
  all: number
  topics: Map<string, number>
  at: number
}

/** How long a veto is remembered; a claimed message starts within a fraction of a second. */
const KEEP_MS = 60_000

/**
 * Closes the gap between claim and request. A claimed message waits up to some 200 ms for its request; a withdrawal
 * that commits in between notes the person here, before its commit, and the dispatcher looks here before each request.
 */
export class Vetoes {
  #order = 0
  readonly #people = new Map<string, Veto>()

  /** To be read before a claim: withdrawals after it count against what that claim yields. */
  get mark(): number {
    return this.#order
  }

  add(businessId: string, contactId: string, topicId: string | null): void {
    this.#forgetOld()
    const key = `${businessId}:${contactId}`
    const veto = this.#people.get(key) ?? { all: 0, topics: new Map(), at: 0 }
    this.#order++
    if (topicId === null) veto.all = this.#order
    else veto.topics.set(topicId, this.#order)
    veto.at = performance.now()
    // Deleted and set again so that the map stays ordered by time.
    this.#people.delete(key)
    this.#people.set(key, veto)
  }

  /** Whether the person withdrew since `mark` what this message needs. */
  has(mark: number, businessId: string, contactId: string, topicId: string | null): boolean {
    const veto = this.#people.get(`${businessId}:${contactId}`)
    if (!veto) return false
    return veto.all > mark || (topicId !== null && (veto.topics.get(topicId) ?? 0) > mark)
  }

  #forgetOld(): void {
    const limit = performance.now() - KEEP_MS
    for (const [key, veto] of this.#people) {
      if (veto.at > limit) return
      this.#people.delete(key)
    }
  }
}

const known = new WeakMap<Runtime, Vetoes>()

/** The vetoes of one running application. */
export function vetoesOf(runtime: Runtime): Vetoes {
  const found = known.get(runtime) ?? new Vetoes()
  known.set(runtime, found)
  return found
}
