import type { Entry } from './books.ts'
import { type Chat, type ChatMessage, type Content, type Sent, windowOpen } from './chat.ts'
import { iso } from './clock.ts'
import { GraphFault } from './errors.ts'
import { freeEntryUntil } from './free-entry.ts'
import { digitsOf, wamid } from './ids.ts'
import type { BusinessNumber } from './numbers.ts'
import { failure, type StatusFacts, status } from './payloads.ts'
import { type Person, Refused } from './people.ts'
import { type Pricing, pricingOf } from './pricing.ts'
import { refusalOf } from './refusal.ts'
import type { World } from './world.ts'

/** A message the Graph API has taken; what becomes of it shows by webhooks. */
export interface Accepted {
  number: BusinessNumber
  person: Person | undefined
  sent: Sent
  content: Content
  replyTo: string | undefined
}

const entryOf = (number: BusinessNumber, person: Person, sent: Sent, pricing: Pricing): Entry => ({
  wabaId: number.wabaId,
  phone: digitsOf(number.displayPhoneNumber),
  country: person.bsuid.slice(0, 2),
  pricing,
  templateId: sent.templateId,
})

/**
 * Takes a message on its way. Sent, delivered or failed follow after the dialled times, or when pacing lets it go.
 * @throws GraphFault what would make it fail, where the dial wants that with the answer
 */
export function accept(world: World, message: Accepted): { id: string; held: boolean } {
  const { number, person, sent } = message
  const id = wamid(digitsOf(sent.address.value), 'toPerson')
  const judged = world.dials.refuseAtOnce
  const refusal = judged ? refusalOf(world, message, id) : undefined
  if (refusal) throw new GraphFault(...refusal)
  const template = world.dials.pacing > 0 && world.templates.find(sent.templateId ?? '')
  if (!template || !world.pacing.holds(world, template)) {
    depart(world, message, id, judged)
    return { id, held: false }
  }
  world.pacing.hold(world, template, {
    release: () => depart(world, message, id, judged),
    drop: () => {
      const details = 'The template was paused while this message waited for its quality to be known.'
      world.webhooks(failure(132015, details, { number, person, wamid: id, sent, at: world.clock.now() }))
    },
  })
  return { id, held: true }
}

/** @param judged what would make it fail was looked for already */
function depart(world: World, message: Accepted, id: string, judged: boolean): void {
  const { number, person, sent } = message
  const [soonest] = world.dials.deliverMs
  const first = world.chance.between([Math.min(5, soonest), Math.min(60, soonest)], `${id}:sent`)
  const refusal = judged ? undefined : refusalOf(world, message, id)
  if (refusal) {
    const [code, details] = refusal
    world.scheduler.after(first + 1, () => {
      world.webhooks(failure(code, details, { number, person, wamid: id, sent, at: world.clock.now() }))
    })
    return
  }
  world.scheduler.after(first, () => onSent(world, message, id))
}

function onSent(world: World, message: Accepted, id: string): void {
  const { number, person, sent } = message
  if (!person) return
  const at = world.clock.now()
  const chat = world.chats.open(person.id, number.id)
  const serviceThisMonth = sent.category === 'SERVICE' ? world.quota.take(number.id, at) : 0
  const freeUntil = freeEntryUntil(chat, at)
  const known = { at, windowOpen: windowOpen(chat, at), serviceThisMonth, freeEntry: freeUntil !== undefined }
  const plain = pricingOf(sent.category, known)
  const pricing =
    sent.lite && plain.category === 'marketing' ? { ...plain, category: 'marketing_lite' as const } : plain
  const facts: StatusFacts = { number, person, wamid: id, sent, at, pricing, freeUntil }
  const entry = entryOf(number, person, sent, pricing)
  world.books.note('sent', entry, at)
  world.webhooks(status('sent', facts))
  const { crowd } = person
  if (crowd && !world.chance.hit(world.dials.deliverRate, `${world.crowd.turn(person.id)}:deliver`)) return
  const wait = Math.max(1, world.chance.between(world.dials.deliverMs, `${id}:deliver`))
  world.scheduler.after(wait, () => onDelivered(world, message, chat, facts, entry))
}

function onDelivered(
  world: World,
  message: Accepted,
  chat: Chat,
  sentFacts: StatusFacts,
  entry: Entry,
): void {
  const { number, person, sent, content, replyTo } = message
  if (!person || person.blockedNumbers.includes(number.id)) return
  const at = world.clock.now()
  const facts = { ...sentFacts, at }
  const view: ChatMessage = {
    ...content,
    id: facts.wamid,
    personId: person.id,
    phoneNumberId: number.id,
    direction: 'in',
    at: iso(at),
    status: 'delivered',
    ...(replyTo && { replyTo }),
  }
  world.chats.append(chat, { view, sent, entry })
  world.books.note('delivered', entry, at)
  world.opinions.delivered(number.id, at)
  if (sent.templateId) world.opinions.delivered(sent.templateId, at)
  world.people.touch(person, at)
  world.events.emit('message', { message: view }, person.crowd)
  world.webhooks(status('delivered', facts))
  if (person.crowd) world.crowd.received(world, person, number, view, sent)
}

/** The person looked at the chat: everything unread there is read now. @returns how many messages. */
export function readChat(world: World, person: Person, number: BusinessNumber): number {
  const chat = world.chats.open(person.id, number.id)
  if (chat.unread === 0) return 0
  const at = world.clock.now()
  let read = 0
  for (const { view, sent, entry } of chat.messages) {
    if (view.direction !== 'in' || view.status === 'read' || !sent) continue
    view.status = 'read'
    read += 1
    if (entry) world.books.note('read', entry, at)
    const { id } = view
    world.webhooks(status('read', { number, person, wamid: id, sent, at }))
    world.events.emit(
      'status',
      { personId: person.id, phoneNumberId: number.id, id, status: 'read' },
      person.crowd,
    )
  }
  chat.unread = 0
  return read
}

/** The person listened to a voice message of the business: `played`, once. @throws Refused 404 */
export function played(world: World, person: Person, messageId: string): ChatMessage {
  const stored = world.chats.message(messageId)
  const number = stored && world.numbers.find(stored.view.phoneNumberId)
  if (!number || !stored.sent || stored.view.personId !== person.id || stored.view.type !== 'audio')
    throw new Refused(404, 'This person has no such voice message.')
  const { sent, view } = stored
  world.webhooks(status('played', { number, person, wamid: view.id, sent, at: world.clock.now() }))
  return view
}

/** A reaction of the business: only `sent` follows, and the emoji shows on the message. */
export function react(world: World, message: Accepted, target: string, emoji: string): string {
  const { number, person, sent } = message
  const id = wamid(digitsOf(sent.address.value), 'toPerson')
  world.scheduler.after(1, () => {
    const found = world.chats.message(target)
    if (found && found.view.personId === person?.id) {
      if (emoji) found.view.reaction = emoji
      else delete found.view.reaction
      world.events.emit('message', { message: found.view }, person.crowd)
    }
    world.webhooks(status('sent', { number, person, wamid: id, sent, at: world.clock.now() }))
  })
  return id
}
