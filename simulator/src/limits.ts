/** A token bucket that holds one second's worth: `rate` per second, bursts up to `burst`. */
class Bucket {
  #tokens: number
  #at: number

  constructor(burst: number, now: number) {
    this.#tokens = burst
    this.#at = now
  }

  take(rate: number, burst: number, now: number): boolean {
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) / 1000) * rate)
    this.#at = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}

const PER_SECOND = { STANDARD: 80, HIGH: 1000, APP: 20 } as const
const PAIR_PER_SECOND = 1 / 6
const PAIR_BURST = 45

/** Meta's two speed limits for sending: per number (platform §6.3) and per pair of number and person (§6.4). */
export class SpeedLimits {
  readonly #numbers = new Map<string, Bucket>()
  readonly #pairs = new Map<string, Bucket>()

  /** False when the number is over its messages per second (130429). */
  number(id: string, level: keyof typeof PER_SECOND, now: number): boolean {
    const rate = PER_SECOND[level]
    const bucket = this.#numbers.get(id) ?? new Bucket(rate, now)
    this.#numbers.set(id, bucket)
    return bucket.take(rate, rate, now)
  }

  /** False when this number wrote too often to this address (131056). */
  pair(id: string, address: string, now: number): boolean {
    const key = `${id}>${address}`
    const bucket = this.#pairs.get(key) ?? new Bucket(PAIR_BURST, now)
    this.#pairs.set(key, bucket)
    return bucket.take(PAIR_PER_SECOND, PAIR_BURST, now)
  }

  clear(): void {
    this.#numbers.clear()
    this.#pairs.clear()
  }
}
