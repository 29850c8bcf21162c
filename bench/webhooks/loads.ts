import { setTimeout as pause } from 'node:timers/promises'

/** How much has arrived so far: webhooks here, messages at WhatsApp. */
interface Arrived {
  webhooks: number
  sends: number
}

const LOOK_MS = 100
/** Without any progress for this long something is wrong. */
const STUCK_MS = 60_000

/** Watches what the loads do, until it is told to stop. */
export class Loads {
  readonly #count: () => Promise<Arrived>
  readonly #seen: (Arrived & { at: number })[] = []
  #stopped = false

  constructor(count: () => Promise<Arrived>) {
    this.#count = count
    void this.#watch()
  }

  stop(): void {
    this.#stopped = true
  }

  /** Until so many more have arrived. @throws Error when nothing comes */
  async more(what: keyof Arrived, wanted: number): Promise<void> {
    const goal = this.#last(what) + wanted
    let last = -1
    for (let movedAt = performance.now(); this.#last(what) < goal; await pause(LOOK_MS)) {
      if (this.#last(what) > last) {
        last = this.#last(what)
        movedAt = performance.now()
      } else if (performance.now() - movedAt > STUCK_MS)
        throw new Error(`No ${what} arrive: ${last} so far, ${goal} are waited for.`)
    }
  }

  /** What arrived per second between two moments, milliseconds since 1970. */
  perSecond(from: number, to: number): Arrived {
    const during = this.#seen.filter(({ at }) => at >= from && at <= to)
    const [first, last] = [during[0], during.at(-1)]
    if (!first || !last || last.at === first.at) throw new Error('The loads were not looked at meanwhile.')
    const rate = (what: keyof Arrived) => (1_000 * (last[what] - first[what])) / (last.at - first.at)
    return { webhooks: rate('webhooks'), sends: rate('sends') }
  }

  #last(what: keyof Arrived): number {
    return this.#seen.at(-1)?.[what] ?? 0
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      const arrived = await this.#count()
      this.#seen.push({ ...arrived, at: Date.now() })
      await pause(LOOK_MS)
    }
  }
}
