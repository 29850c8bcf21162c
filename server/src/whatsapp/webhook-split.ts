import { createHash } from 'node:crypto'
import { listsOf } from './webhook-lists.ts'
import { type Fields, fields, outlineWebhook, type Part, text } from './webhook-outline.ts'

/**
 * One update out of a webhook, still in Meta's words: what is stored, so that nothing is lost that we do not
 * understand yet. A webhook carries up to 1,000 of them for several numbers.
 */
export interface Slice extends Omit<Part, 'value'> {
  kind: 'message' | 'copy' | 'status' | 'preference' | 'change'
  /** The entry of `contacts` that belongs to this update. */
  contact: unknown
  item: unknown
  /** What makes this update the same one when Meta sends it again. */
  key: string
  /** Of a status: the id of our message that it is about, and with which its key begins. */
  wamid: string | null
}

export interface Pieces {
  slices: Slice[]
  /** How much could not be read and is in none of the slices. */
  unreadable: number
}

/**
 * Cuts a webhook body into updates. Lenient: what cannot be read is left out of `slices` and counted in `unreadable`.
 * @throws SyntaxError when the body is not JSON, RangeError when it is nested too deeply to be kept
 */
export function splitWebhook(body: string): Pieces {
  const { parts, unreadable } = outlineWebhook(body)
  const pieces = parts.map((part) => cutPart(part) ?? { slices: [], unreadable: 1 })
  return {
    slices: pieces.flatMap((each) => each.slices),
    unreadable: pieces.reduce((sum, each) => sum + each.unreadable, unreadable),
  }
}

/**
 * The updates of one part, still in Meta's words.
 * @param most no more of them are cut, because each costs time and memory
 * @returns undefined when there are more
 * @throws RangeError when it is nested too deeply to be kept
 */
export function cutPart(part: Part, most = Number.POSITIVE_INFINITY): Pieces | undefined {
  const { messages, copies, newIds, statuses, preferences, rest, odd } = listsOf(part)
  const { field, wabaId, time, phoneNumberId, value } = part
  const count = messages.length + copies.length + newIds.length + statuses.length + preferences.length
  if (Math.max(count, 1) > most) return undefined
  const slices: Slice[] = []
  const base = { field, wabaId, time, phoneNumberId }
  const contactOf = findContacts(value.contacts)
  const plain = { ...base, wamid: null }
  for (const raw of messages) {
    const key = nonEmpty(fields(raw)?.id) ?? hashOf(wabaId, field, raw)
    const item = withoutClickId(raw)
    slices.push({ ...plain, kind: 'message', contact: contactOf(item), item, key })
  }
  for (const { item: raw, contact } of copies) {
    const item = withoutClickId(raw)
    const key = nonEmpty(fields(item)?.id) ?? hashOf(wabaId, field, item)
    slices.push({ ...plain, kind: 'copy', contact, item, key })
  }
  for (const item of newIds) {
    const key = hashOf(wabaId, field, item)
    slices.push({ ...plain, kind: 'message', contact: contactOf(item), item, key })
  }
  for (const item of statuses) {
    const known = statusKey(fields(item))
    slices.push({
      ...base,
      kind: 'status',
      contact: contactOf(item),
      item,
      key: known?.key ?? hashOf(wabaId, field, item),
      wamid: known?.wamid ?? null,
    })
  }
  for (const item of preferences) {
    const key = hashOf(wabaId, field, item)
    slices.push({ ...plain, kind: 'preference', contact: contactOf(item), item, key })
  }
  // Without any list the value as a whole is one change; beside lists, what is left of it.
  const change = count === 0 && odd === 0 ? value : rest
  if (change === value || Object.keys(rest).length > 0) {
    const key = hashOf(wabaId, `${field}:${time ?? ''}`, change)
    const item = withoutAddresses(field, change === value ? value : { metadata: value.metadata, ...rest })
    slices.push({ ...plain, kind: 'change', contact: null, item, key })
  }
  return { slices, unreadable: odd }
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
  return { metadata: value.metadata, entries: Array.isArray(value.state_sync) ? value.state_sync.length : 0 }
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

/** With several updates in one webhook the contact is found by its ids. */
function findContacts(contacts: unknown): (item: unknown) => unknown {
  if (!Array.isArray(contacts) || contacts.length === 0) return () => null
  // Each by its ids: looking through all of them for each update would be a million steps for a thousand updates.
  const places = new Map<string, number>()
  for (const [place, contact] of contacts.entries()) {
    const known = fields(contact)
    for (const name of [known?.wa_id, known?.user_id])
      if (typeof name === 'string' && !places.has(name)) places.set(name, place)
  }
  return (item) => {
    const about = fields(item)
    if (!about) return null
    let first = contacts.length
    for (const name of ADDRESSES) {
      const address = about[name]
      if (typeof address === 'string') first = Math.min(first, places.get(address) ?? first)
    }
    return contacts[first] ?? null
  }
}
