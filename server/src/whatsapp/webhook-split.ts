import { createHash } from 'node:crypto'

/**
 * One update out of a webhook, still in Meta's words: what is stored, so that nothing is lost that we do not
 * understand yet. A webhook carries up to 1,000 of them for several numbers.
 */
export interface Slice {
  kind: 'message' | 'copy' | 'status' | 'preference' | 'change'
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
    // In some of Meta's examples field and value stand one level too high, or the field one too low.
    const changes = Array.isArray(entry.changes) ? entry.changes : 'value' in entry ? [entry] : []
    for (const rawChange of changes) {
      const change = fields(rawChange)
      const value = fields(change?.value)
      const field = text(change?.field) ?? text(value?.field) ?? text(entry.field)
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
  const plain = { ...base, wamid: null }
  for (const raw of list(value.messages)) {
    const key = nonEmpty(fields(raw)?.id) ?? hashOf(wabaId, field, raw)
    const item = withoutClickId(raw)
    slices.push({ ...plain, kind: 'message', contact: contactOf(contacts, item), item, key })
  }
  for (const { item, contact } of copiesIn(field, value)) {
    const key = nonEmpty(fields(item)?.id) ?? hashOf(wabaId, field, item)
    slices.push({ ...plain, kind: 'copy', contact, item, key })
  }
  for (const item of field === 'user_id_update' ? idUpdatesIn(value) : []) {
    const key = hashOf(wabaId, field, item)
    slices.push({ ...plain, kind: 'message', contact: contactOf(contacts, item), item, key })
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
  slices.push({ ...plain, kind: 'change', contact: null, item: withoutAddresses(field, value), key })
}

/** The click id of an ad follows a person across Meta's services: without their consent it is not even stored (§ 25 TDDDG). */
function withoutClickId(item: unknown): unknown {
  const message = fields(item)
  const referral = fields(message?.referral)
  if (!referral || !('ctwa_clid' in referral)) return item
  const { ctwa_clid: _, ...rest } = referral
  return { ...message, referral: rest }
}

/** People in the address book of the business's phone have told us nothing: only how many there were is kept. */
function withoutAddresses(field: string, value: Fields): Fields {
  if (field !== 'smb_app_state_sync') return value
  return { metadata: value.metadata, entries: list(value.state_sync).length }
}

/** Messages that were not exchanged through us, each with the person it is with. */
function copiesIn(field: string, value: Fields): { item: unknown; contact: Fields }[] {
  if (field === 'history') {
    const threads = list(value.history).flatMap((part) => list(fields(part)?.threads))
    return threads.flatMap((raw) => {
      const thread = fields(raw)
      const person = id(thread?.id) ?? ''
      const contact = {
        ...(/^\+?\d+$/.test(person) ? { wa_id: person } : { user_id: person }),
        ...fields(thread?.context),
      }
      return list(thread?.messages).map((item) => ({ item: withoutClickId(item), contact }))
    })
  }
  return list(value.message_echoes).map((item) => {
    const echo = fields(item)
    return { item, contact: { wa_id: echo?.to, user_id: echo?.to_user_id } }
  })
}

function idUpdatesIn(value: Fields): unknown[] {
  return Array.isArray(value.user_id_update) ? value.user_id_update : 'user_id' in value ? [value] : []
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

/** Whole numbers with more digits than a JavaScript number holds: template ids, for example. */
const LONG_NUMBER = /[:[,]\s*-?\d{16}/

/** Ids that are JSON numbers beyond 2^53 are kept as the digits that were sent. */
function parseBigIds(body: string): unknown {
  if (!LONG_NUMBER.test(body)) return JSON.parse(body)
  const keepDigits = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value
  return JSON.parse(body, keepDigits as (key: string, value: unknown) => unknown)
}
