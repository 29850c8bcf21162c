import { digitsOf } from './ids.ts'

type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
export type Limit = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED'
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
  /** Contacts carry the hash of their identity key, and sends may ask for one. */
  identityCheck?: boolean
}

/** A WhatsApp Business Account; here also the portfolio whose messaging limit its numbers share. */
export interface Waba {
  id: string
  name: string
  subscribed: boolean
  overrideCallback?: string
  currency: string
  country: string
  verification: (typeof VERIFICATIONS)[number]
  review: (typeof REVIEWS)[number]
  /** `failed`: nothing is delivered, everything fails with 131042. */
  payment: 'ok' | 'failed'
  /** What the account may not do, and until when (ms). */
  restrictions: { type: Restriction; until: number }[]
  /** Announced or in force. */
  ban?: { state: 'SCHEDULE_FOR_DISABLE' | 'DISABLE'; at: number }
  /** Terms of the Marketing Messages API are signed. */
  marketingApi: boolean
  /** Insights into templates are switched on. */
  insights?: boolean
  /** While a higher limit is being considered, and for a day after it was put off. */
  considering: boolean
}

export const RESTRICTIONS = [
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
] as const
export type Restriction = (typeof RESTRICTIONS)[number]
export const VERIFICATIONS = ['verified', 'not_verified', 'pending', 'rejected'] as const
export const REVIEWS = ['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED'] as const
const NAME_STATUSES = [
  'APPROVED',
  'AVAILABLE_WITHOUT_REVIEW',
  'DECLINED',
  'EXPIRED',
  'PENDING_REVIEW',
  'NONE',
] as const

/** What a number keeps beside its visible fields. */
export interface NumberFacts {
  profile: Record<string, unknown>
  settings: Record<string, unknown>
  registered: boolean
  pin?: string
  verified: boolean
  /** The code of the last SMS or call, until it was used. */
  code?: string
  nameStatus: (typeof NAME_STATUSES)[number]
  /** A name that is or was asked for, and what was decided about it. */
  newName?: { name: string; status: (typeof NAME_STATUSES)[number] }
  /** Until when a throughput upgrade keeps it busy (ms). */
  busyUntil?: number
  /** When it was connected from the WhatsApp Business app, which goes on working (coexistence). */
  onAppSince?: number
  /** Ids of people the business blocked. */
  blocked: Set<string>
  conversation: {
    prompts: string[]
    commands: { command_name: string; command_description: string }[]
  }
  /** Short links with a text, by their code. */
  links: Map<string, { prefilled_message: string }>
  username?: { name: string; status: 'approved' | 'reserved' }
  overrideCallback?: string
  /** When it was registered and deregistered. */
  registrations: number[]
  wrongPins: number
  /** Coexistence data that was asked for already. */
  synced: string[]
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
    else {
      this.wabas.set(waba.id, {
        id: waba.id,
        name: waba.name,
        subscribed: true,
        currency: 'EUR',
        country: 'DE',
        verification: 'verified',
        review: 'APPROVED',
        payment: 'ok',
        restrictions: [],
        marketingApi: false,
        considering: false,
      })
    }
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
        this.#facts.set(number.id, {
          profile,
          settings: {},
          registered: true,
          verified: true,
          nameStatus: 'APPROVED',
          synced: [],
          blocked: new Set(),
          conversation: { prompts: [], commands: [] },
          links: new Map(),
          registrations: [],
          wrongPins: 0,
        })
      }
    }
  }

  /** Accounts without restrictions, bans and trouble with payment, and nobody blocked, as at first. */
  calm(): void {
    for (const waba of this.wabas.values()) {
      Object.assign(waba, { restrictions: [], payment: 'ok', considering: false })
      delete waba.ban
    }
    for (const facts of this.#facts.values()) facts.blocked.clear()
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
