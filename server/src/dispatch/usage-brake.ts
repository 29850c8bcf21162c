import type { Usage } from '../whatsapp/index.ts'

/** Share of a budget from which we leave gaps; at the whole of it we wait until Meta lets us in again. */
const SLOW_FROM = 80
/** Pause per message at 99 %. */
const SLOWEST_MS = 1_000

/**
 * Budgets that Meta counts for the whole app or a whole account (WABA) bind all channels of this process at once. Fed by the
 * usage headers of every answer and by the errors 4 and 80007. @param now milliseconds of a monotonic clock
 */
export class UsageBrake {
  readonly #now: () => number
  readonly #restUntil = new Map<string, number>()
  readonly #percent = new Map<string, number>()

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** What the headers of an answer said. */
  note(usage: Usage): void {
    if (usage.app !== undefined) this.#percent.set('app', usage.app)
    for (const { wabaId, percent, regainMinutes } of usage.wabas) {
      this.#percent.set(wabaId, percent)
      if (regainMinutes > 0) this.rest(wabaId, regainMinutes * 60)
    }
  }

  /** Nothing from the app (`app`) or the account for a while. */
  rest(who: string, seconds: number): void {
    this.#restUntil.set(who, Math.max(this.#restUntil.get(who) ?? 0, this.#now() + seconds * 1_000))
  }

  /** Milliseconds until a channel of this account may send again; 0 when it may now. */
  waitMs(wabaId: string): number {
    const until = Math.max(this.#restUntil.get('app') ?? 0, this.#restUntil.get(wabaId) ?? 0)
    return Math.max(0, until - this.#now())
  }

  /** Milliseconds to leave between messages: none below 80 % of the budget, growing up to a second. */
  gapMs(wabaId: string): number {
    const percent = Math.max(this.#percent.get('app') ?? 0, this.#percent.get(wabaId) ?? 0)
    if (percent < SLOW_FROM) return 0
    return (Math.min(percent - SLOW_FROM, 19) / 19) * SLOWEST_MS
  }
}
