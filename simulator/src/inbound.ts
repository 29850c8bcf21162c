import type { ChatButton, ChatMessage, Content } from './chat.ts'
import { iso } from './clock.ts'
import { digitsOf, wamid } from './ids.ts'
import type { Media } from './media.ts'
import type { BusinessNumber } from './numbers.ts'
import { incoming, numberChanged, preference } from './payloads.ts'
import { type Person, Refused } from './people.ts'
import { complain } from './quality.ts'
import type { World } from './world.ts'

type Json = Record<string, unknown>

interface Written {
  content: Content
  /** `type` and the block of that type, as the webhook carries them. */
  wire: Json
  replyTo?: string | undefined
  forwarded?: boolean | undefined
}

/** A person writes to a number: the chat, the 24 h window and the webhook. @throws Refused 409 when blocked */
function write(world: World, person: Person, number: BusinessNumber, written: Written): ChatMessage {
  if (person.blockedNumbers.includes(number.id)) {
    throw new Refused(409, 'This person has blocked the number; unblock it before writing to it.')
  }
  const at = world.clock.now()
  const id = wamid(digitsOf(person.phone ?? person.bsuid), 'fromPerson')
  const { content, wire, replyTo, forwarded } = written
  const view: ChatMessage = {
    ...content,
    id,
    personId: person.id,
    phoneNumberId: number.id,
    direction: 'out',
    at: iso(at),
    status: 'sent',
    ...(replyTo && { replyTo }),
    ...(forwarded && { forwarded }),
  }
  const chat = world.chats.open(person.id, number.id)
  chat.lastFromPerson = at
  world.chats.append(chat, { view })
  world.people.touch(person, at)
  world.events.emit('message', { message: view }, person.crowd)
  const context = forwarded
    ? { forwarded: true }
    : replyTo
      ? { from: digitsOf(number.displayPhoneNumber), id: replyTo }
      : undefined
  const update = incoming(number, person, id, at, { ...(context && { context }), ...wire })
  world.webhooks({ ...update, onDelivered: () => arrived(world, view, person) })
  return view
}

function arrived(world: World, view: ChatMessage, person: Person): void {
  if (view.status !== 'sent') return
  view.status = 'delivered'
  const { personId, phoneNumberId, id, status } = view
  world.events.emit('status', { personId, phoneNumberId, id, status }, person.crowd)
}

/** A person sends a text. A forwarded one carries no reference to where it came from. */
export function writeText(
  world: World,
  person: Person,
  number: BusinessNumber,
  text: { body: string; replyTo?: string | undefined; forwarded?: boolean | undefined },
): ChatMessage {
  const { body, replyTo, forwarded } = text
  const wire = { type: 'text', text: { body } }
  return write(world, person, number, { content: { type: 'text', body }, wire, replyTo, forwarded })
}

/** A person sends a picture or a voice message. */
export function writeMedia(
  world: World,
  person: Person,
  number: BusinessNumber,
  media: Media,
  caption: string | undefined,
): ChatMessage {
  const type = media.mime.startsWith('image/') ? 'image' : 'audio'
  const block = {
    id: media.id,
    mime_type: media.mime,
    sha256: media.sha256.toString('base64'),
    ...(type === 'image' ? caption && { caption } : { voice: true }),
  }
  const url = `/sim/media/${media.id}`
  const header =
    type === 'image'
      ? { header: { format: 'image' as const, url } }
      : { header: { format: 'document' as const, url } }
  return write(world, person, number, {
    content: { type, ...header, body: caption ?? '' },
    wire: { type, [type]: block },
  })
}

/**
 * A person taps a button or a row of a list.
 * @returns what the tap said; for links, calls and codes the message itself, because WhatsApp tells nobody of these
 * @throws Refused 404 or 409
 */
export function tap(
  world: World,
  person: Person,
  target: { messageId: string; index?: number | undefined; rowId?: string | undefined },
): ChatMessage {
  const stored = world.chats.message(target.messageId)
  if (!stored || stored.view.personId !== person.id || stored.view.direction !== 'in') {
    throw new Refused(404, 'This person has no such message from a business.')
  }
  const { view } = stored
  const number = world.numbers.find(view.phoneNumberId)
  if (!number) throw new Refused(404, 'The number of this message is gone.')
  const choice =
    target.rowId === undefined ? view.buttons?.find((one) => one.index === (target.index ?? 0)) : undefined
  const row = view.list?.sections.flatMap((section) => section.rows).find((one) => one.id === target.rowId)
  const said = choice ? sayButton(choice) : row ? sayRow(row) : undefined
  if (!said) throw new Refused(404, 'The message has no such button or row.')
  if (choice && said.wire === undefined) {
    mark(world, view, choice.text, person)
    return view
  }
  const answer = write(world, person, number, {
    content: said.content,
    wire: said.wire ?? {},
    replyTo: view.id,
  })
  mark(world, view, said.content.body, person)
  return answer
}

function mark(world: World, view: ChatMessage, text: string, person: Person): void {
  view.tapped = [...(view.tapped ?? []), text]
  world.events.emit('message', { message: view }, person.crowd)
}

function sayButton(button: ChatButton): { content: Content; wire: Json | undefined } {
  const { kind, text, id, payload } = button
  if (kind === 'quick_reply')
    return { content: { type: 'button', body: text }, wire: { type: 'button', button: { payload, text } } }
  if (kind === 'reply') {
    const interactive = { type: 'button_reply', button_reply: { id, title: text } }
    return { content: { type: 'interactive', body: text }, wire: { type: 'interactive', interactive } }
  }
  return { content: { type: 'button', body: text }, wire: undefined }
}

function sayRow(row: { id: string; title: string; description?: string }): { content: Content; wire: Json } {
  const interactive = { type: 'list_reply', list_reply: row }
  return { content: { type: 'interactive', body: row.title }, wire: { type: 'interactive', interactive } }
}

/** A person blocks a number or lets it back in. WhatsApp tells the business nothing. */
export function block(world: World, person: Person, number: BusinessNumber, blocked: boolean): void {
  const already = person.blockedNumbers.includes(number.id)
  person.blockedNumbers = person.blockedNumbers.filter((id) => id !== number.id)
  if (blocked) {
    person.blockedNumbers.push(number.id)
    if (!already) complain(world, person, number, 'block')
  }
  world.events.emit('person', person, person.crowd)
}

/** A person reports a number to WhatsApp, and mostly blocks it with the same tap. */
export function report(world: World, person: Person, number: BusinessNumber, andBlock: boolean): void {
  complain(world, person, number, 'report')
  if (andBlock && !person.blockedNumbers.includes(number.id)) {
    person.blockedNumbers.push(number.id)
    world.events.emit('person', person, person.crowd)
  }
}

/** A person stops marketing of a number in WhatsApp itself, or allows it again (§4.8). */
export function setMarketing(
  world: World,
  person: Person,
  number: BusinessNumber,
  value: 'stop' | 'resume',
): void {
  person.stoppedMarketing = person.stoppedMarketing.filter((id) => id !== number.id)
  if (value === 'stop') person.stoppedMarketing.push(number.id)
  world.webhooks(preference(number, person, value, world.clock.now()))
  world.events.emit('person', person, person.crowd)
}

/** A person takes a new phone number; every business they chat with is told (§3.5). */
export function changeNumber(world: World, person: Person, phone: string): void {
  const before = { ...person }
  world.people.changeNumber(person, phone)
  const at = world.clock.now()
  for (const chat of world.chats.of(person.id)) {
    const number = world.numbers.find(chat.phoneNumberId)
    if (!number) continue
    const id = wamid(digitsOf(before.phone ?? before.bsuid), 'fromPerson')
    const body = person.language === 'de' ? `Neue Nummer: ${person.phone}` : `New number: ${person.phone}`
    const where = { id, personId: person.id, phoneNumberId: number.id, direction: 'out' as const }
    const view: ChatMessage = { ...where, type: 'system', body, at: iso(at), status: 'delivered' }
    world.chats.append(chat, { view })
    world.events.emit('message', { message: view }, person.crowd)
    world.webhooks(numberChanged(number, person, before, id, at))
  }
  world.events.emit('person', person, person.crowd)
}
