import { findChannels } from '../channels/index.ts'
import type { Runtime } from '../platform/index.ts'
import type { Slice } from '../whatsapp/index.ts'

/** A channel that a webhook may be for. */
export interface Place {
  /** What Meta calls the number or the account. */
  key: string
  businessId: string
  channelId: string
}

type Kind = 'phone_number' | 'waba'

/** Where to look again: a number may have moved to another business. */
const KEEP_MS = 5_000
/** Meta's ids are short; whatever else stands there belongs to nobody. */
const ID = /^\d{1,30}$/
/** Meta sends at most so many updates at once; nobody may make us look for more. */
const IDS_PER_WEBHOOK = 1_000
const MOST = 10_000

/** Which channels webhooks are for, by what Meta names in them; kept in memory for a few seconds. */
export class Places {
  readonly #runtime: Pick<Runtime, 'db' | 'vault'>
  readonly #known = new Map<string, { places: Place[]; readAt: number }>()

  constructor(runtime: Pick<Runtime, 'db' | 'vault'>) {
    this.#runtime = runtime
  }

  /**
   * The channels of every update: by its number, else by its account, once per business.
   * @param fresh asks the database again for whatever is not known
   */
  async of(slices: readonly Slice[], fresh: boolean): Promise<(slice: Slice) => readonly Place[]> {
    if (this.#known.size > MOST) this.#known.clear()
    const numbers = distinct(slices, (slice) => slice.phoneNumberId)
    const accounts = distinct(slices, (slice) => (slice.phoneNumberId ? null : slice.wabaId))
    if (numbers.some((key) => !this.#has('phone_number', key, fresh)))
      await this.#read('phone_number', numbers)
    if (accounts.some((key) => !this.#has('waba', key, fresh))) await this.#read('waba', accounts)
    return (slice) =>
      slice.phoneNumberId
        ? (this.#known.get(`phone_number:${slice.phoneNumberId}`)?.places ?? [])
        : oncePerBusiness(this.#known.get(`waba:${slice.wabaId}`)?.places ?? [])
  }

  #has(kind: Kind, key: string, fresh: boolean): boolean {
    const known = this.#known.get(`${kind}:${key}`)
    if (!known || performance.now() - known.readAt > KEEP_MS) return false
    return !fresh || known.places.length > 0
  }

  async #read(kind: Kind, keys: readonly string[]): Promise<void> {
    const readAt = performance.now()
    const found = Map.groupBy(await findChannels(this.#runtime, kind, keys), (place) => place.key)
    for (const key of keys) this.#known.set(`${kind}:${key}`, { places: found.get(key) ?? [], readAt })
  }
}

function oncePerBusiness(places: readonly Place[]): readonly Place[] {
  if (places.length < 2) return places
  const found = new Map<string, Place>()
  for (const place of places) if (!found.has(place.businessId)) found.set(place.businessId, place)
  return [...found.values()]
}

function distinct(slices: readonly Slice[], pick: (slice: Slice) => string | null): string[] {
  const keys = new Set<string>()
  for (const slice of slices) {
    const key = pick(slice)
    if (key && keys.size < IDS_PER_WEBHOOK && ID.test(key)) keys.add(key)
  }
  return [...keys]
}
