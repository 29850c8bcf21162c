import { createHash } from 'node:crypto'

/**
 * One update out of a webhook, still in Meta's words: what is stored, so that nothing is lost that we do not
 * understand yet. A webhook carries up to 1,000 of them for several numbers.
 */
export interface Slice {
  kind: 'message' | 'status' | 'preference' | 'change'
  /** Meta's field name, for example `messages` or `account_update`. */
  field: string
  wabaId: string
  phoneNumberId: string | null
  /** Unix seconds of the entry, where Meta gives it. */
  time: number | null
  /** The entry of `contacts` that belongs to this update. */
  contact: unknown
  item: unknown
  /** What makes this update the same one when Meta sends it again. */
  key: string
  /** Of a status: the id of our message that it is about, and with which its key begins. */
  wamid: string | null
}

// Plain looks instead of schemas: every byte that Meta sends passes here, thousands of times a second, and nothing is
// believed yet. What is inside an update is read with schemas by `readSlice`.
type Fields = Record<string, unknown>

const fields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const id = (value: unknown): string | undefined => (typeof value === 'number' ? String(value) : text(value))

/**
 * Cuts a webhook body into updates. Lenient: what cannot be read is left out of `slices` and counted in `unreadable`.
 * @throws SyntaxError when the body is not JSON, RangeError when it is nested too deeply to be kept
 */
export function splitWebhook(body: string): { slices: Slice[]; unreadable: number } {
  const entries = fields(parseBigIds(body))?.entry
  if (!Array.isArray(entries)) return { slices: [], unreadable: 1 }
  const slices: Slice[] = []
  let unreadable = 0
  for (const rawEntry of entries) {
    const entry = fields(rawEntry)
    if (!entry) {
      unreadable++
      continue
    }
    const time = typeof entry.time === 'number' ? entry.time : null
    for (const rawChange of list(entry.changes)) {
      const change = fields(rawChange)
      const field = text(change?.field)
      const value = fields(change?.value)
      if (field === undefined || !value) unreadable++
      else cut(slices, id(entry.id) ?? '', time, field, value)
    }
  }
  return { slices, unreadable }
}

function cut(slices: Slice[], wabaId: string, time: number | null, field: string, value: Fields): void {
  const base = { field, wabaId, time, phoneNumberId: id(fields(value.metadata)?.phone_number_id) ?? null }
  const before = slices.length
  const contacts = list(value.contacts)
  for (const item of list(value.messages)) {
    const key = nonEmpty(fields(item)?.id) ?? hashOf(wabaId, field, item)
    slices.push({ ...base, kind: 'message', contact: contactOf(contacts, item), item, key, wamid: null })
  }
  for (const item of list(value.statuses)) {
    const known = statusKey(fields(item))
    slices.push({
      ...base,
      kind: 'status',
      contact: contactOf(contacts, item),
      item,
      key: known?.key ?? hashOf(wabaId, field, item),
      wamid: known?.wamid ?? null,
    })
  }
  for (const item of list(value.user_preferences)) {
    const key = hashOf(wabaId, field, item)
    slices.push({ ...base, kind: 'preference', contact: contactOf(contacts, item), item, key, wamid: null })
  }
  if (slices.length > before) return
  const key = hashOf(wabaId, `${field}:${time ?? ''}`, value)
  slices.push({ ...base, kind: 'change', contact: null, item: value, key, wamid: null })
}

const nonEmpty = (value: unknown): string | undefined => text(value) || undefined

function statusKey(item: Fields | undefined): { key: string; wamid: string } | undefined {
  const wamid = nonEmpty(item?.id)
  const status = text(item?.status)
  if (!item || !wamid || status === undefined) return undefined
  const participant = nonEmpty(item.recipient_participant_id)
  return { wamid, key: participant ? `${wamid}:${status}:${participant}` : `${wamid}:${status}` }
}

function hashOf(...parts: unknown[]): string {
  return `h:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`
}

const ADDRESSES = ['from', 'from_user_id', 'recipient_id', 'recipient_user_id', 'wa_id', 'user_id'] as const

/** With several updates in one webhook the contact is found by its ids; a single contact belongs to the single update. */
function contactOf(contacts: unknown[], item: unknown): unknown {
  const about = fields(item)
  if (contacts.length === 0 || !about) return null
  const ids = ADDRESSES.map((name) => text(about[name])).filter((value) => value !== undefined)
  const found = contacts.find((contact) => {
    const known = fields(contact)
    return [known?.wa_id, known?.user_id].some((value) => typeof value === 'string' && ids.includes(value))
  })
  return found ?? null
}

/** Template ids are JSON numbers that may exceed 2^53: they are kept as the digits that were sent. */
function parseBigIds(body: string): unknown {
  if (!body.includes('message_template_id')) return JSON.parse(body)
  const keepDigits = (key: string, value: unknown, context?: { source?: string }) =>
    key === 'message_template_id' && typeof value === 'number' && context?.source ? context.source : value
  return JSON.parse(body, keepDigits as (key: string, value: unknown) => unknown)
}
