import { findChannels } from '../channels/index.ts'
import type { Runtime } from '../platform/index.ts'
import type { Part } from '../whatsapp/index.ts'

/** A channel that a webhook may be for. */
export interface Place {
  /** What Meta calls the number or the account. */
  key: string
  businessId: string
  channelId: string
}

/** What a part says about where it belongs. */
type Named = Pick<Part, 'phoneNumberId' | 'wabaId'>

type Known = Map<string, { places: readonly Place[]; readAt: number }>

/** Meta's ids are short; whatever else stands there belongs to nobody. */
const ID = /^\d{1,30}$/
/** Meta sends at most so many updates at once; nobody may make us look for more. */
const IDS_PER_WEBHOOK = 1_000
const MOST = 10_000

/** Which channels webhooks are for, by what Meta names in them; kept in memory for a few seconds. */
export class Places {
  readonly #runtime: Pick<Runtime, 'db' | 'vault'>
  readonly #keepMs: number
  readonly #numbers: Known = new Map()
  readonly #accounts: Known = new Map()
  /** Under load many webhooks find at the same moment that it is time to look again: one look serves them all. */
  readonly #looking = new Map<string, Promise<void>>()

  /** @param keepMs how long what was read is believed */
  constructor(runtime: Pick<Runtime, 'db' | 'vault'>, keepMs: number) {
    this.#runtime = runtime
    this.#keepMs = keepMs
  }

  /**
   * The channels of a part: of its number, else of its account, once per business; undefined when that must be read.
   * @param keepMs how old what is remembered may be; whoever has just read it takes it however long that took
   */
  of({ phoneNumberId, wabaId }: Named, keepMs = this.#keepMs): readonly Place[] | undefined {
    const known = phoneNumberId ? this.#numbers.get(phoneNumberId) : this.#accounts.get(wabaId)
    if (known && performance.now() - known.readAt < keepMs) return known.places
    return ID.test(phoneNumberId ?? wabaId) ? undefined : NOWHERE
  }

  /** Reads the channels of all these parts again. */
  async read(all: readonly Named[]): Promise<void> {
    const numbers = distinct(all, (named) => named.phoneNumberId)
    const accounts = distinct(all, (named) => (named.phoneNumberId ? null : named.wabaId))
    await this.#look('phone_number', this.#numbers, numbers)
    await this.#look('waba', this.#accounts, accounts)
  }

  async #look(kind: 'phone_number' | 'waba', known: Known, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return
    // Only of what had a place before: a number that has just been connected must be found at once.
    const name = keys.every((key) => known.get(key)?.places.length) ? `${kind}:${keys.join()}` : undefined
    const under = name && this.#looking.get(name)
    if (under) return under
    const look = findChannels(this.#runtime, kind, keys).then((found) => remember(known, keys, found))
    if (name === undefined) return look
    this.#looking.set(name, look)
    await look.finally(() => this.#looking.delete(name))
  }
}

const NOWHERE: readonly Place[] = []

function remember(known: Known, keys: readonly string[], found: readonly Place[]): void {
  const readAt = performance.now()
  if (known.size > MOST) known.clear()
  const byKey = Map.groupBy(found, (place) => place.key)
  for (const key of keys) known.set(key, { places: oncePerBusiness(byKey.get(key) ?? NOWHERE), readAt })
}

function oncePerBusiness(places: readonly Place[]): readonly Place[] {
  if (places.length < 2) return places
  const found = new Map<string, Place>()
  for (const place of places) if (!found.has(place.businessId)) found.set(place.businessId, place)
  return [...found.values()]
}

function distinct(all: readonly Named[], pick: (named: Named) => string | null): string[] {
  const keys = new Set<string>()
  for (const named of all) {
    const key = pick(named)
    if (key && keys.size < IDS_PER_WEBHOOK && ID.test(key)) keys.add(key)
  }
  return [...keys]
}
