import type { Runtime } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import type { Slice } from '../whatsapp/index.ts'
import type { Cut } from './cut.ts'
import { monthOfUpdate } from './month.ts'
import type { Place } from './places.ts'
import type { UpdateRow } from './write.ts'

/** Binds a sealed update to its row. */
export const sealPlace = (key: string) => `webhook:${key}`

/**
 * An update as it is kept for one business. Whom it is about is known only as a digest, so the business key seals it.
 * @param key the key of the place's business
 */
export function toRow(
  { vault }: Pick<Runtime, 'vault'>,
  key: Key,
  { businessId, channelId }: Place,
  { slice, text, position }: Cut,
  receivedAt: Date,
): UpdateRow {
  const digest = (value: string) => vault.digest(businessId, 'message', value)
  const person = personOf(slice)
  const phone = person?.kind === 'bsuid' ? phoneOf(slice) : null
  const at = timeOf(slice) ?? receivedAt
  const updateKey = keyOf(slice, digest)
  return {
    updateKey,
    month: monthOfUpdate(at, receivedAt),
    channelId,
    kind: slice.kind,
    personDigest: person && vault.digest(businessId, person.kind, person.value),
    phoneDigest: phone && vault.digest(businessId, 'phone', phone),
    at,
    receivedAt,
    position,
    sealed: vault.seal(key, text, sealPlace(updateKey)),
  }
}

/** The kinds of status that Meta knows or knew. */
export const STATUS_NAMES = ['sent', 'delivered', 'read', 'played', 'failed', 'warning', 'deleted'] as const

/** The key of a status of one of our messages, from the message's digest: an erasure finds it by that. */
export const statusKey = (wamidDigest: string, status: string) => `${wamidDigest}.${status}`

/** The natural key holds the message's id, or is a plain hash that could be found by trying all numbers: it is kept as a digest. */
function keyOf({ key, wamid }: Slice, digest: (value: string) => string): string {
  const status = wamid === null ? undefined : STATUS_NAMES.find((name) => key === `${wamid}:${name}`)
  return wamid !== null && status ? statusKey(digest(wamid), status) : digest(key)
}

type Fields = Record<string, unknown>
const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
const first = (...values: unknown[]) =>
  values.find((value): value is string => typeof value === 'string' && value !== '')

/**
 * Whom an update is about, as far as its raw fields tell: one key per person, the BSUID where there is one, for the order of
 * processing. Numbers as contacts have them (E.164 with plus), so that an erasure finds by the same digest what still waits.
 */
export function personOf({ kind, item, contact }: Slice): { kind: 'bsuid' | 'phone'; value: string } | null {
  if (kind !== 'message' && kind !== 'preference' && kind !== 'copy') return null
  const about = kind === 'copy' ? {} : fields(item)
  const known = fields(contact)
  const bsuid = first(about.from_user_id, about.user_id, known.user_id)
  if (bsuid) return { kind: 'bsuid', value: bsuid }
  // Without any address it still needs a turn of its own; processing will then say what is wrong with it.
  return { kind: 'phone', value: phoneOf({ kind, item, contact }) ?? 'nobody' }
}

/**
 * The number among an update's raw fields; what is none is given as it stands. A copy may be written by the business itself:
 * there only the contact names the person.
 */
function phoneOf({ kind, item, contact }: Pick<Slice, 'kind' | 'item' | 'contact'>): string | null {
  const about = kind === 'copy' ? {} : fields(item)
  const phone = first(about.from, about.wa_id, fields(contact).wa_id)
  return phone === undefined ? null : /^\d{5,17}$/.test(phone) ? `+${phone}` : phone
}

/** The end of the year 9999: later times have no ISO form. */
const LAST_SECOND = 253_402_300_799

function timeOf({ item, time }: Slice): Date | null {
  const given = fields(item).timestamp
  // Only what is a number or spells one: turning any object into a number may run into whatever the object holds.
  const seconds = typeof given === 'string' || typeof given === 'number' ? Number(given) : (time ?? 0)
  return seconds > 0 && seconds <= LAST_SECOND ? new Date(seconds * 1000) : null
}
