import type { ChatMessage, Content } from './chat.ts'
import { iso } from './clock.ts'
import { digitsOf, wamid } from './ids.ts'
import type { BusinessNumber } from './numbers.ts'
import { identityChanged, incoming, numberChanged, preference } from './payloads.ts'
import { identityHash, type Person, Refused } from './people.ts'
import { complain } from './quality.ts'
import type { World } from './world.ts'

type Json = Record<string, unknown>

/** What a person writes: how the phone shows it, and how the webhook carries it. */
export interface Written {
  content: Content
  /** `type` and the block of that type, as the webhook carries them. */
  wire: Json
  replyTo?: string | undefined
  forwarded?: boolean | undefined
  /** The advert or post the person came by. */
  referral?: Json | undefined
}

/** A person writes to a number: the chat, the 24 h window and the webhook. @throws Refused 409 when blocked */
export function write(world: World, person: Person, number: BusinessNumber, written: Written): ChatMessage {
  if (person.blockedNumbers.includes(number.id)) {
    throw new Refused(409, 'This person has blocked the number; unblock it before writing to it.')
  }
  const at = world.clock.now()
  const id = wamid(digitsOf(person.phone ?? person.bsuid), 'fromPerson')
  const { content, wire, replyTo, forwarded, referral } = written
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
  if (referral) chat.cameByAdvert = at
  world.chats.append(chat, { view })
  world.people.touch(person, at)
  world.events.emit('message', { message: view }, person.crowd)
  const context = forwarded
    ? { forwarded: true }
    : replyTo
      ? { from: digitsOf(number.displayPhoneNumber), id: replyTo }
      : undefined
  if (world.numbers.facts(number).blocked.has(person.id)) return view
  const update = incoming(number, person, id, at, {
    ...(context && { context }),
    ...(referral && { referral }),
    ...wire,
  })
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
  text: { body: string } & Pick<Written, 'replyTo' | 'forwarded' | 'referral'>,
): ChatMessage {
  const { body, ...more } = text
  const wire = { type: 'text', text: { body } }
  return write(world, person, number, { content: { type: 'text', body }, wire, ...more })
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

/** A person has a new identity key, after a new phone for instance; told to numbers that ask for the check (platform §9.8). */
export function changeIdentity(world: World, person: Person): void {
  person.identityHash = identityHash(`${person.id}:${person.identityHash}`, 1)
  const at = world.clock.now()
  for (const chat of world.chats.of(person.id)) {
    const number = world.numbers.find(chat.phoneNumberId)
    if (!number?.identityCheck) continue
    const id = wamid(digitsOf(person.phone ?? person.bsuid), 'fromPerson')
    world.webhooks(identityChanged(number, person, id, at))
  }
  world.events.emit('person', person, person.crowd)
}
