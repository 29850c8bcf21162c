import { createHash } from 'node:crypto'
import { z } from 'zod'

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
}

const Id = z.union([z.string(), z.number()]).transform(String)
const Change = z.looseObject({ field: z.string(), value: z.looseObject({}) })
const Entry = z.looseObject({
  id: Id.catch(''),
  time: z.number().nullable().catch(null),
  changes: z.array(z.unknown()).catch([]),
})
const Envelope = z.looseObject({ entry: z.array(z.unknown()) })
const Many = z.array(z.unknown()).catch([])
const Metadata = z.looseObject({ phone_number_id: Id }).nullable().catch(null)

/**
 * Cuts a webhook body into updates. Lenient: what cannot be read is left out of `slices` and counted in `unreadable`.
 * @throws SyntaxError when the body is not JSON
 */
export function splitWebhook(body: string): { slices: Slice[]; unreadable: number } {
  const envelope = Envelope.safeParse(parseBigIds(body))
  if (!envelope.success) return { slices: [], unreadable: 1 }
  const slices: Slice[] = []
  let unreadable = 0
  for (const rawEntry of envelope.data.entry) {
    const entry = Entry.safeParse(rawEntry)
    if (!entry.success) {
      unreadable++
      continue
    }
    for (const rawChange of entry.data.changes) {
      const change = Change.safeParse(rawChange)
      if (!change.success) {
        unreadable++
        continue
      }
      slices.push(...cut(entry.data.id, entry.data.time, change.data))
    }
  }
  return { slices, unreadable }
}

function cut(wabaId: string, time: number | null, change: z.infer<typeof Change>): Slice[] {
  const { field, value } = change
  const base = {
    field,
    wabaId,
    time,
    phoneNumberId: Metadata.parse(value.metadata ?? null)?.phone_number_id ?? null,
  }
  const contacts = Many.parse(value.contacts)
  const slices: Slice[] = []
  for (const item of Many.parse(value.messages)) {
    slices.push({
      ...base,
      kind: 'message',
      contact: contactOf(contacts, item),
      item,
      key: messageKey(item) ?? hashOf(wabaId, field, item),
    })
  }
  for (const item of Many.parse(value.statuses)) {
    slices.push({
      ...base,
      kind: 'status',
      contact: contactOf(contacts, item),
      item,
      key: statusKey(item) ?? hashOf(wabaId, field, item),
    })
  }
  for (const item of Many.parse(value.user_preferences)) {
    slices.push({
      ...base,
      kind: 'preference',
      contact: contactOf(contacts, item),
      item,
      key: hashOf(wabaId, field, item),
    })
  }
  if (slices.length > 0) return slices
  return [
    {
      ...base,
      kind: 'change',
      contact: null,
      item: value,
      key: hashOf(wabaId, `${field}:${time ?? ''}`, value),
    },
  ]
}

const WithId = z.looseObject({ id: z.string().min(1) })
const WithStatus = WithId.extend({ status: z.string(), recipient_participant_id: z.string().optional() })

const messageKey = (item: unknown) => WithId.safeParse(item).data?.id
function statusKey(item: unknown): string | undefined {
  const status = WithStatus.safeParse(item).data
  return status && [status.id, status.status, status.recipient_participant_id].filter(Boolean).join(':')
}

function hashOf(...parts: unknown[]): string {
  return `h:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`
}

const Addressed = z.looseObject({
  from: z.string().optional().catch(undefined),
  from_user_id: z.string().optional().catch(undefined),
  recipient_id: z.string().optional().catch(undefined),
  recipient_user_id: z.string().optional().catch(undefined),
  wa_id: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
})

/** With several updates in one webhook the contact is found by its ids; a single contact belongs to the single update. */
function contactOf(contacts: unknown[], item: unknown): unknown {
  const about = Addressed.safeParse(item).data
  if (!about) return null
  const ids = [
    about.from,
    about.from_user_id,
    about.recipient_id,
    about.recipient_user_id,
    about.wa_id,
    about.user_id,
  ]
  const found = contacts.find((contact) => {
    const { data } = Addressed.safeParse(contact)
    return data && [data.wa_id, data.user_id].some((id) => id !== undefined && ids.includes(id))
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
