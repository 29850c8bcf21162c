import { businessKey } from '../businesses/index.ts'
import { findChannels } from '../channels/index.ts'
import type { Runtime } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import type { Part } from '../whatsapp/index.ts'
import { type Place, Places } from './places.ts'
import { AppSecrets, type SignedBody } from './secrets.ts'
import { contextOf } from './store.ts'

/** On a machine that stands still for seconds, what was read a moment ago is old already; it is the answer all the same. */
export const JUST_READ = Number.POSITIVE_INFINITY

/** A channel that a part is for and whose app signed it, with the key of its business. */
export interface Home {
  place: Place
  key: Key
}

export interface Attributed {
  /** Parts without one are left out. */
  homes: Map<Part, Home[]>
  /** Whether every part has a home. */
  complete: boolean
  /** Whether a part names no channel that we know. */
  unknown: boolean
  /** Whether a part names a channel that we know, and whose app did not sign. */
  foreign: boolean
}

/** Whose the parts of a webhook are, as far as its signature allows; once for each part, however many updates it has. */
export class Attribution {
  readonly #runtime: Runtime
  readonly #places: Places
  readonly #secrets: AppSecrets
  readonly #keys = new Map<string, Key>()

  /** @param placesMs how long it is believed whose a number is */
  constructor(runtime: Runtime, placesMs: number) {
    this.#runtime = runtime
    this.#places = new Places(runtime, placesMs)
    this.#secrets = new AppSecrets(runtime)
  }

  /**
   * From memory alone: thousands of webhooks a second are about the same few numbers.
   * @param keepMs how old it may be, where that is not what memory itself allows
   */
  find(parts: readonly Part[], signed: SignedBody, keepMs?: number): Attributed {
    const found: Attributed = { homes: new Map(), complete: true, unknown: false, foreign: false }
    for (const part of parts) {
      const homes: Home[] = []
      const places = this.#places.of(part, keepMs) ?? []
      for (const place of places) {
        const key = this.#keys.get(place.businessId)
        const verdict = this.#secrets.knows(place, signed, keepMs)
        if (!key || verdict === undefined) found.complete = false
        else if (verdict) homes.push({ place, key })
      }
      if (homes.length > 0) {
        found.homes.set(part, homes)
        continue
      }
      found.complete = false
      if (places.length > 0) found.foreign = true
      else found.unknown = true
    }
    return found
  }

  /** Brings into memory what attributing these parts needs. */
  async read(parts: readonly Part[], signed: SignedBody): Promise<void> {
    await this.#places.read(parts)
    const places = new Set(parts.flatMap((part) => this.#places.of(part, JUST_READ) ?? []))
    await this.#secrets.read(places, signed)
    for (const { businessId } of places)
      if (!this.#keys.has(businessId))
        this.#keys.set(businessId, await businessKey(contextOf(this.#runtime, businessId)))
  }

  /** Businesses of the whole installation whose apps signed the bytes. */
  async signers(signed: SignedBody): Promise<string[]> {
    const channels = await this.#secrets.anySigners(signed)
    return [...new Set(channels.map(({ businessId }) => businessId))]
  }

  /** Whether the app of this number signed the bytes. */
  async isSignedFor(phoneNumberId: string, signed: SignedBody): Promise<boolean> {
    const homes = await findChannels(this.#runtime, 'phone_number', [phoneNumberId])
    await this.#secrets.read(homes, signed)
    return homes.some((home) => this.#secrets.knows(home, signed, JUST_READ))
  }
}
