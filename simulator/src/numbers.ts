import { DAY } from './clock.ts'
import { digitsOf } from './ids.ts'

type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
type Limit = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED'
export const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const
export const LIMITS = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'] as const
export const LEVELS = ['STANDARD', 'HIGH'] as const
export const STATUSES = [
  'CONNECTED',
  'PENDING',
  'FLAGGED',
  'RESTRICTED',
  'RATE_LIMITED',
  'DISCONNECTED',
  'BANNED',
] as const

/** A business's number as the control API shows it; `reached24h` is the count the messaging limit is held against. */
export interface BusinessNumber {
  id: string
  displayPhoneNumber: string
  verifiedName: string
  wabaId: string
  quality: Quality
  limit: Limit
  throughput: (typeof LEVELS)[number]
  status: (typeof STATUSES)[number]
}

/** A WhatsApp Business Account; here also the portfolio whose messaging limit its numbers share. */
export interface Waba {
  id: string
  name: string
  subscribed: boolean
  overrideCallback?: string
}

/** What a number keeps beside its visible fields. */
export interface NumberFacts {
  profile: Record<string, unknown>
  settings: Record<string, unknown>
  registered: boolean
  pin?: string
}

export interface NewNumber {
  id: string
  displayPhoneNumber: string
  verifiedName: string
  quality?: Quality | undefined
  limit?: Limit | undefined
  throughput?: (typeof LEVELS)[number] | undefined
}

/** The business side of the world: accounts and their numbers. */
export class Numbers {
  readonly wabas = new Map<string, Waba>()
  readonly #numbers = new Map<string, BusinessNumber>()
  readonly #facts = new Map<string, NumberFacts>()
  readonly #byDigits = new Map<string, BusinessNumber>()

  /** Adds an account and its numbers; whatever is known by its id keeps its state. */
  admit(waba: { id: string; name: string; numbers: NewNumber[] }): void {
    const known = this.wabas.get(waba.id)
    if (known) known.name = waba.name
    else this.wabas.set(waba.id, { id: waba.id, name: waba.name, subscribed: true })
    for (const given of waba.numbers) {
      const number: BusinessNumber = {
        quality: given.quality ?? 'GREEN',
        limit: given.limit ?? 'TIER_10K',
        throughput: given.throughput ?? 'STANDARD',
        status: 'CONNECTED',
        ...this.#numbers.get(given.id),
        id: given.id,
        displayPhoneNumber: given.displayPhoneNumber,
        verifiedName: given.verifiedName,
        wabaId: waba.id,
      }
      this.#numbers.set(number.id, number)
      this.#byDigits.set(digitsOf(number.displayPhoneNumber), number)
      if (!this.#facts.has(number.id)) {
        const profile = {
          about: '',
          address: '',
          description: '',
          email: '',
          vertical: 'RETAIL',
          websites: [],
        }
        this.#facts.set(number.id, { profile, settings: {}, registered: true })
      }
    }
  }

  all(): BusinessNumber[] {
    return [...this.#numbers.values()]
  }

  of(wabaId: string): BusinessNumber[] {
    return this.all().filter((number) => number.wabaId === wabaId)
  }

  find(id: string): BusinessNumber | undefined {
    return this.#numbers.get(id)
  }

  byDigits(digits: string): BusinessNumber | undefined {
    return this.#byDigits.get(digits)
  }

  facts(number: BusinessNumber): NumberFacts {
    const facts = this.#facts.get(number.id)
    if (!facts) throw new Error(`number ${number.id} was never admitted`)
    return facts
  }
}

const CEILING: Record<Limit, number> = {
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
}

/** Whom an account reached outside an open window in the last 24 h; one entry per person (platform §6.1). */
export class Reach {
  readonly #byWaba = new Map<string, Map<string, number>>()

  count(wabaId: string, now: number): number {
    const people = this.#byWaba.get(wabaId)
    if (!people) return 0
    for (const [id, at] of people) {
      if (at > now - DAY) break
      people.delete(id)
    }
    return people.size
  }

  /** True when the account may reach one more person, or this one again. */
  allows(number: BusinessNumber, personId: string, now: number): boolean {
    const used = this.count(number.wabaId, now)
    return used < CEILING[number.limit] || (this.#byWaba.get(number.wabaId)?.has(personId) ?? false)
  }

  note(wabaId: string, personId: string, now: number): void {
    const people = this.#byWaba.get(wabaId) ?? new Map<string, number>()
    this.#byWaba.set(wabaId, people)
    people.delete(personId)
    people.set(personId, now)
  }

  clear(): void {
    this.#byWaba.clear()
  }
}
