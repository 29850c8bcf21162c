import { restricted } from '../account.ts'
import { type Content, type Sent, windowOpen } from '../chat.ts'
import { GraphFault } from '../errors.ts'
import { BSUID, digitsOf } from '../ids.ts'
import type { BusinessNumber } from '../numbers.ts'
import type { Person } from '../people.ts'
import { accept, react } from '../sending.ts'
import { fit } from '../templates/fit.ts'
import { renderTemplate } from '../templates/render.ts'
import type { Template } from '../templates/store.ts'
import type { World } from '../world.ts'
import { type Call, parse } from './call.ts'
import { readSchema, type Send, sendSchema, type TemplateSend } from './message-schema.ts'
import { mediaUrl, renderFree } from './render.ts'

const TYPING_MS = 25_000

/**
 * `POST /{phone}/marketing_messages`: a marketing template, optimised by Meta where it may; here delivered as it is.
 * @throws GraphFault 131055 without signed terms, 100 for what is no template, 134100 for another category
 */
export function postMarketing(call: Call): unknown {
  const { world, id, body } = call
  const number = world.numbers.find(id)
  if (!number || !world.numbers.wabas.get(number.wabaId)?.marketingApi)
    throw new GraphFault(131055, 'The terms of the Marketing Messages API are not signed.')
  if (!isRecord(body) || body.type !== 'template')
    throw new GraphFault(100, 'Only templates can be sent by this endpoint.')
  return postMessage(call, true)
}

/** `POST /{phone}/messages`: send something, or mark a message as read. */
export function postMessage(call: Call, lite = false): unknown {
  const { world, body } = call
  const number = sendingNumber(world, call.id)
  if (isRead(body)) return markRead(world, number, parse(readSchema, body))
  const type = isRecord(body) ? body.type : undefined
  if (typeof type === 'string' && !(KNOWN as readonly string[]).includes(type)) {
    throw new GraphFault(131051, `Messages of type ${type} are not simulated.`)
  }
  const send = parse(sendSchema, isRecord(body) && type === undefined ? { ...body, type: 'text' } : body)
  const target = resolve(world, send)
  speed(call, number, target.sent.address.value)
  admit(world, number, target.person)
  if (world.numbers.byDigits(target.sent.address.value)?.id === number.id) {
    throw new GraphFault(131021, 'A number cannot write to itself.')
  }
  const prepared = prepare(world, number, send)
  const { category, templateId } = prepared
  if (lite && category !== 'MARKETING')
    throw new GraphFault(134100, 'Only marketing templates can be sent here.')
  const identityHash = send.recipient_identity_key_hash
  const sent = { ...target.sent, category, templateId, identityHash, lite }
  const message = {
    number,
    person: target.person,
    sent,
    content: prepared.content,
    replyTo: send.context?.message_id,
  }
  const { id, held } =
    send.type === 'reaction'
      ? { id: react(world, message, send.reaction.message_id, send.reaction.emoji), held: false }
      : accept(world, message)
  const message_status = held ? 'held_for_quality_assessment' : 'accepted'
  return {
    messaging_product: 'whatsapp',
    contacts: [target.contact],
    messages: [{ id, ...(send.type === 'template' && { message_status }) }],
  }
}

const KNOWN = [
  'text',
  'interactive',
  'template',
  'image',
  'video',
  'document',
  'audio',
  'sticker',
  'location',
  'contacts',
  'reaction',
] as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isRead = (body: unknown): boolean => isRecord(body) && body.status === 'read'

/** @throws GraphFault 133010, 131031 or 131048 when the number may not send now */
function sendingNumber(world: World, id: string): BusinessNumber {
  const number = world.numbers.find(id)
  if (!number) throw new GraphFault(33, 'The number does not exist.')
  if (
    !world.numbers.facts(number).registered ||
    number.status === 'DISCONNECTED' ||
    number.status === 'PENDING'
  ) {
    throw new GraphFault(133010, 'The phone number is not registered on the Cloud API.')
  }
  if (number.status === 'BANNED' || number.status === 'RESTRICTED') {
    throw new GraphFault(131031, 'The account of this number is restricted.')
  }
  if ((world.numbers.facts(number).busyUntil ?? 0) > world.clock.now())
    throw new GraphFault(131057, 'The number is being upgraded. Try again in a minute.')
  if (number.status === 'RATE_LIMITED')
    throw new GraphFault(131048, 'The number is limited because of its quality.')
  return number
}

/** @throws GraphFault 368 when the account is restricted: for replies, or for messages the business begins */
function admit(world: World, number: BusinessNumber, person: Person | undefined): void {
  const waba = world.numbers.wabas.get(number.wabaId)
  if (!waba || waba.restrictions.length === 0) return
  const open = person !== undefined && windowOpen(world.chats.open(person.id, number.id), world.clock.now())
  const type = open ? 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' : 'RESTRICTED_BIZ_INITIATED_MESSAGING'
  if (restricted(world, waba, type))
    throw new GraphFault(368, 'The account is blocked for a time because it broke the rules.')
}

/** Whom the business means; a phone number wins over a BSUID (platform §3.4). */
function resolve(
  world: World,
  send: Send,
): { person: Person | undefined; contact: Record<string, string>; sent: Pick<Sent, 'callback' | 'address'> } {
  const callback = send.biz_opaque_callback_data
  if (send.to) {
    const value = digitsOf(send.to)
    if (value.length < 6) throw new GraphFault(131009, "Parameter 'to': not a phone number")
    const contact = { input: send.to, wa_id: value, ...(send.recipient && { user_id: send.recipient }) }
    return {
      person: world.people.byPhone(value),
      contact,
      sent: { callback, address: { kind: 'phone', value } },
    }
  }
  if (!send.recipient) throw new GraphFault(131008, "Parameter 'to' or 'recipient' is required")
  if (!BSUID.test(send.recipient))
    throw new GraphFault(131009, "Parameter 'recipient': not a business-scoped user id")
  const contact = { input: send.recipient, user_id: send.recipient }
  const address = { kind: 'bsuid' as const, value: send.recipient }
  return { person: world.people.byBsuid(send.recipient), contact, sent: { callback, address } }
}

/** @throws GraphFault 130429 or 131056 */
function speed({ world, request }: Call, number: BusinessNumber, address: string): void {
  world.faults.refuse('messages', number.id, address)
  const now = world.clock.now()
  const onApp = world.numbers.facts(number).onAppSince !== undefined
  const unlucky = world.chance.hit(world.dials.rateLimitRate, `130429:${request.id}`)
  if (unlucky || !world.limits.number(number.id, onApp ? 'APP' : number.throughput, now)) {
    throw new GraphFault(130429, 'Cloud API message throughput has been reached.', { subcode: 2494055 })
  }
  if (world.dials.pairLimit && !world.limits.pair(number.id, address, now)) {
    throw new GraphFault(131056, 'Too many messages from this number to the same person. Wait and try again.')
  }
}

function prepare(
  world: World,
  number: BusinessNumber,
  send: Send,
): { content: Content; category: Sent['category']; templateId: string | undefined } {
  if (send.type !== 'template')
    return { content: renderFree(world, send), category: 'SERVICE', templateId: undefined }
  const template = sendable(world, number, send.template)
  if (template.category === 'AUTHENTICATION' && !send.to) {
    throw new GraphFault(131062, 'Authentication templates need a phone number.')
  }
  const content = renderTemplate(template, fit(template, send.template), (source) => mediaUrl(world, source))
  return { content, category: template.category, templateId: template.id }
}

/** @throws GraphFault 132001, 132015 or 132016 */
function sendable(world: World, number: BusinessNumber, { name, language }: TemplateSend): Template {
  const template = world.templates.byName(number.wabaId, name, language.code)
  if (template?.status === 'PAUSED')
    throw new GraphFault(132015, 'The template is paused because of its quality.')
  if (template?.status === 'DISABLED')
    throw new GraphFault(132016, 'The template was paused too often and is disabled.')
  if (template?.status !== 'APPROVED') {
    throw new GraphFault(132001, `template name (${name}) does not exist in ${language.code}`)
  }
  return template
}

function markRead(
  world: World,
  number: BusinessNumber,
  read: { message_id: string; typing_indicator?: unknown },
): unknown {
  const target = world.chats.message(read.message_id)?.view
  if (!target || target.phoneNumberId !== number.id || target.direction !== 'out') {
    throw new GraphFault(131009, "Parameter 'message_id': there is no such message")
  }
  const { personId, phoneNumberId } = target
  const chat = world.chats.open(personId, phoneNumberId)
  const crowd = world.people.find(personId)?.crowd ?? false
  for (const { view } of chat.messages) {
    if (view.direction === 'out' && view.status !== 'read') {
      view.status = 'read'
      world.events.emit('status', { personId, phoneNumberId, id: view.id, status: 'read' }, crowd)
    }
    if (view === target) break
  }
  if (read.typing_indicator) {
    const until = world.clock.now() + TYPING_MS
    chat.typingUntil = until
    world.events.emit('typing', { personId, phoneNumberId, typing: true }, crowd)
    world.scheduler.after(TYPING_MS, () => {
      if (chat.typingUntil === until)
        world.events.emit('typing', { personId, phoneNumberId, typing: false }, crowd)
    })
  }
  return { success: true }
}
