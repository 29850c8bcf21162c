import type { WhatsAppStats } from './whatsapp.ts'

const LOOK_MS = 50
/** Multiples of the golden ratio lie evenly between whole numbers, however many there are. */
const GOLDEN = (1 + Math.sqrt(5)) / 2

/** Who waits for a message, and whose turn comes soon, as far as one can tell from whom WhatsApp got a message for last. */
export class Turns {
  readonly #waiting: readonly string[]
  readonly #places: ReadonlyMap<string, number>
  readonly #gone = new Set<number>()
  readonly #timer: NodeJS.Timeout
  #front = 0
  #chosen = 0

  /** @param waiting digits, in the order of their turns */
  constructor(waiting: readonly string[], whatsAppUrl: string) {
    this.#waiting = waiting
    this.#places = new Map(waiting.map((digits, place) => [digits, place]))
    this.#timer = setInterval(async () => {
      const { lastTo } = (await (await fetch(`${whatsAppUrl}/stats`)).json()) as WhatsAppStats
      this.#front = Math.max(this.#front, this.#places.get(lastTo) ?? 0)
    }, LOOK_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Somebody among the next so many, another one each time. @throws Error when nobody waits any more */
  next(ahead: number): string {
    let place = this.#front + 1 + Math.floor(((this.#chosen++ * GOLDEN) % 1) * ahead)
    while (this.#gone.has(place)) place++
    this.#gone.add(place)
    const digits = this.#waiting[place]
    if (digits === undefined) throw new Error('Nobody waits any more who could write STOP.')
    return digits
  }
}
