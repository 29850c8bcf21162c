import { parseKeepingDigits } from './long-numbers.ts'

// Plain looks instead of schemas: every byte that Meta sends passes here, thousands of times a second, and nothing is
// believed yet. What is inside an update is read with schemas by `readSlice`.
export type Fields = Record<string, unknown>

export const fields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
export const id = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : text(value)

/** One change of a webhook as Meta sent it, before it is cut: as much as it takes to know whom it is for. */
export interface Part {
  /** Meta's field name, for example `messages` or `account_update`. */
  field: string
  wabaId: string
  phoneNumberId: string | null
  /** Unix seconds of the entry, where Meta gives it. */
  time: number | null
  value: Fields
}

export interface Outline {
  parts: Part[]
  /** Entries and changes that are not what they should be. */
  unreadable: number
}

/** Meta sends 1,000 updates at most: more entries and changes than this come from somebody else. */
const MOST = 5_000

/**
 * Looks through a body as far as it takes to know whom it is for. Nothing here depends on how many updates there are: who
 * signed the bytes is not known yet. Lenient: what cannot be read is left out and counted.
 * @throws SyntaxError when the body is not JSON
 */
export function outlineWebhook(body: string): Outline {
  const entries = fields(parseKeepingDigits(body))?.entry
  if (!Array.isArray(entries) || entries.length > MOST) return { parts: [], unreadable: 1 }
  const parts: Part[] = []
  let unreadable = 0
  for (const rawEntry of entries) {
    const entry = fields(rawEntry)
    if (!entry) {
      unreadable++
      continue
    }
    const time = typeof entry.time === 'number' ? entry.time : null
    const changes = changesOf(entry)
    if (!changes) {
      unreadable++
      continue
    }
    if (parts.length + unreadable + changes.length > MOST) return { parts: [], unreadable: 1 }
    for (const rawChange of changes) {
      const change = fields(rawChange)
      const value = fields(change?.value)
      const field = text(change?.field) ?? text(value?.field) ?? text(entry.field)
      if (field === undefined || !value) unreadable++
      else {
        const phoneNumberId = id(fields(value.metadata)?.phone_number_id) ?? null
        parts.push({ field, wabaId: id(entry.id) ?? '', phoneNumberId, time, value })
      }
    }
  }
  return { parts, unreadable }
}

/** @returns undefined when there is nothing that looks like one */
function changesOf(entry: Fields): unknown[] | undefined {
  const { changes } = entry
  // In some of Meta's examples field and value stand one level too high, or the field one too low.
  const own = 'value' in entry ? [entry] : []
  if (Array.isArray(changes)) return [...changes, ...own]
  if (fields(changes)) return [changes, ...own]
  return own.length > 0 ? own : undefined
}
