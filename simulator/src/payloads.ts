import type { Sent } from './chat.ts'
import { seconds } from './clock.ts'
import { type ErrorCode, statusError } from './errors.ts'
import { conversationId, digitsOf } from './ids.ts'
import type { BusinessNumber } from './numbers.ts'
import type { Person } from './people.ts'
import type { Pricing } from './pricing.ts'
import type { Update } from './wire.ts'

type Json = Record<string, unknown>

const metadata = (number: BusinessNumber): Json => ({
  display_phone_number: digitsOf(number.displayPhoneNumber),
  phone_number_id: number.id,
})

/** Number shown to the business; with a username it stays hidden. */
const visiblePhone = (person: Person): string | undefined =>
  person.username || !person.phone ? undefined : digitsOf(person.phone)

/** What is said about a number: in the frame that is the same for messages, statuses and preferences. */
const about = (number: BusinessNumber, field: string, more: Json): Update => ({
  wabaId: number.wabaId,
  field,
  value: { messaging_product: 'whatsapp', metadata: metadata(number), ...more },
})

function contact(number: BusinessNumber, person: Person, withUsername: boolean): Json {
  const phone = visiblePhone(person)
  return {
    profile: {
      name: person.name,
      ...(withUsername && person.username && { username: `@${person.username}` }),
    },
    ...(phone && { wa_id: phone }),
    user_id: person.bsuid,
    ...(person.parentBsuid && { parent_user_id: person.parentBsuid }),
    ...(number.identityCheck && { identity_key_hash: person.identityHash }),
  }
}

/** How an incoming message or its context names the person. */
function fromPerson(person: Person): Json {
  const phone = visiblePhone(person)
  const parent = person.parentBsuid && { from_parent_user_id: person.parentBsuid }
  return { ...(phone && { from: phone }), from_user_id: person.bsuid, ...parent }
}

/** A message of a person (§4.2); `content` carries `type` and the block of that type, and `context` if any. */
export function incoming(
  number: BusinessNumber,
  person: Person,
  id: string,
  at: number,
  content: Json,
): Update {
  const message = { ...fromPerson(person), id, timestamp: seconds(at), ...content }
  return about(number, 'messages', { contacts: [contact(number, person, true)], messages: [message] })
}

/** A change of number (§3.5): no `contacts`, the old number and BSUID in `from`, the new ones in `system`. */
export function numberChanged(
  number: BusinessNumber,
  person: Person,
  before: Person,
  id: string,
  at: number,
): Update {
  const phone = visiblePhone(person)
  const system = {
    type: phone ? 'user_changed_number' : 'user_changed_user_id',
    body: phone
      ? `User ${person.name} changed from ${visiblePhone(before)} to ${phone}`
      : `User ${person.name} changed`,
    ...(phone && { wa_id: phone }),
    user_id: person.bsuid,
    previous_user_id: before.bsuid,
    ...(person.parentBsuid && {
      parent_user_id: person.parentBsuid,
      previous_parent_user_id: before.parentBsuid,
    }),
  }
  const message = { ...fromPerson(before), id, timestamp: seconds(at), type: 'system', system }
  return about(number, 'messages', { messages: [message] })
}

/** A new identity key of a person, told where the number asks for the check (platform §4.2). */
export function identityChanged(number: BusinessNumber, person: Person, id: string, at: number): Update {
  const identity = { acknowledged: true, created_timestamp: seconds(at), hash: person.identityHash }
  const system = {
    type: 'customer_identity_changed',
    body: `User ${person.name} has a new identity`,
    identity,
  }
  return incoming(number, person, id, at, { type: 'system', system, identity })
}

export interface StatusFacts {
  number: BusinessNumber
  /** Nobody when the address is not on WhatsApp. */
  person: Person | undefined
  wamid: string
  sent: Sent
  at: number
  pricing?: Pricing | undefined
  /** End of the free entry point the message belongs to (ms). */
  freeUntil?: number | undefined
}

/** A status of a business's message (§4.4). The address follows what was sent to. */
export function status(name: 'sent' | 'delivered' | 'read' | 'played', facts: StatusFacts): Update {
  const { number, person, pricing, freeUntil, wamid } = facts
  const conversation = freeUntil !== undefined && {
    id: conversationId(`${number.id} ${person?.id ?? wamid} ${freeUntil}`),
    expiration_timestamp: seconds(freeUntil),
    origin: { type: 'referral_conversion' },
  }
  const entry = {
    ...statusHead(name, facts),
    ...(conversation && { conversation }),
    ...(pricing && { pricing }),
  }
  const contacts = person && { contacts: [contact(number, person, name !== 'sent')] }
  return about(number, 'messages', { ...contacts, statuses: [entry] })
}

/** A failed status: with `errors`, without pricing and contacts. */
export function failure(code: ErrorCode, details: string, facts: StatusFacts): Update {
  const entry = { ...statusHead('failed', facts), errors: [statusError(code, details)] }
  return about(facts.number, 'messages', { statuses: [entry] })
}

function statusHead(name: string, { wamid, sent, at, person }: StatusFacts): Json {
  const byPhone = sent.address.kind === 'phone'
  return {
    id: wamid,
    status: name,
    timestamp: seconds(at),
    ...(byPhone && { recipient_id: sent.address.value }),
    ...(!byPhone && { recipient_user_id: sent.address.value }),
    ...(byPhone && person && { recipient_user_id: person.bsuid }),
    ...(person?.parentBsuid && { parent_recipient_user_id: person.parentBsuid }),
    ...(sent.callback !== undefined && { biz_opaque_callback_data: sent.callback }),
  }
}

/** WhatsApp's own opt-out or its lifting (§4.8); `timestamp` is a number here. */
export function preference(
  number: BusinessNumber,
  person: Person,
  value: 'stop' | 'resume',
  at: number,
): Update {
  const phone = visiblePhone(person)
  const detail = `User requested to ${value} marketing messages`
  const entry = {
    ...(phone && { wa_id: phone }),
    user_id: person.bsuid,
    detail,
    category: 'marketing_messages',
    value,
    timestamp: Math.floor(at / 1000),
  }
  const contacts = [contact(number, person, true)]
  return about(number, 'user_preferences', { contacts, user_preferences: [entry] })
}

/** An update about an account, number or template; these carry a `time`. */
export const notice = (wabaId: string, field: string, value: Json, at: number): Update => ({
  wabaId,
  field,
  value,
  time: Math.floor(at / 1000),
})
