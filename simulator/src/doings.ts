import type { ChatMessage } from './chat.ts'
import { digitsOf, wamid } from './ids.ts'
import { write } from './inbound.ts'
import type { Media } from './media.ts'
import type { BusinessNumber } from './numbers.ts'
import { incoming } from './payloads.ts'
import { type Person, Refused } from './people.ts'
import { placeLine } from './places.ts'
import type { World } from './world.ts'

type Json = Record<string, unknown>
export type MediaKind = 'image' | 'video' | 'document' | 'audio' | 'sticker'

/** A person sends a file: picture, film, document, sticker or voice message. */
export function writeMedia(
  world: World,
  person: Person,
  number: BusinessNumber,
  wish: { kind: MediaKind; media: Media; caption?: string | undefined; voice?: boolean },
): ChatMessage {
  const { kind, media, caption, voice = true } = wish
  const extra: Record<MediaKind, Json> = {
    image: { ...(caption && { caption }) },
    video: { ...(caption && { caption }) },
    document: { filename: media.fileName ?? 'document.pdf', ...(caption && { caption }) },
    audio: { voice },
    sticker: { animated: false },
  }
  const block = {
    id: media.id,
    mime_type: media.mime,
    sha256: media.sha256.toString('base64'),
    ...extra[kind],
  }
  const format = kind === 'sticker' ? 'image' : kind === 'audio' ? 'document' : kind
  const text = kind === 'document' ? { text: media.fileName ?? 'document.pdf' } : {}
  return write(world, person, number, {
    content: { type: kind, header: { format, url: `/sim/media/${media.id}`, ...text }, body: caption ?? '' },
    wire: { type: kind, [kind]: block },
  })
}

/** A person sends where they are, or answers the question for it. */
export function shareLocation(
  world: World,
  person: Person,
  number: BusinessNumber,
  place: { latitude: number; longitude: number; name?: string | undefined; address?: string | undefined },
  replyTo?: string,
): ChatMessage {
  return write(world, person, number, {
    content: { type: 'location', header: { format: 'location', text: placeLine(place) }, body: '' },
    wire: { type: 'location', location: defined(place) },
    replyTo,
  })
}

/** A person sends contact cards, of others or of themselves; they prove nothing. */
export function shareContacts(
  world: World,
  person: Person,
  number: BusinessNumber,
  cards: { name: string; phone: string }[],
): ChatMessage {
  const contacts = cards.map(({ name, phone }) => ({
    name: { formatted_name: name, first_name: name.split(' ')[0] },
    phones: [{ phone, wa_id: digitsOf(phone), type: 'CELL' }],
  }))
  return write(world, person, number, {
    content: { type: 'contacts', body: cards.map(({ name, phone }) => `${name} ${phone}`).join('\n') },
    wire: { type: 'contacts', contacts },
  })
}

/**
 * A person answers the question for their number: a card with the origin that proves it is theirs (platform §3.6).
 * @throws Refused 409 when they have no number
 */
export function shareOwnNumber(
  world: World,
  person: Person,
  number: BusinessNumber,
  replyTo?: string,
): ChatMessage {
  if (!person.phone) throw new Refused(409, 'This person has no phone number to share.')
  const phone = digitsOf(person.phone)
  const vcard = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${person.name}`,
    `TEL;waid=${phone}:+${phone}`,
    'END:VCARD',
  ]
  const contacts = [{ vcard: vcard.join('\n'), phones: [{ phone }] }]
  return write(world, person, number, {
    content: { type: 'contacts', body: `${person.name} +${phone}` },
    wire: { type: 'contacts', origin: 'contact_request/other', contacts },
    replyTo,
  })
}

export interface OrderItem {
  product_retailer_id: string
  quantity: number
  item_price: number
  currency: string
}

/** A person orders from the catalogue. */
export function order(
  world: World,
  person: Person,
  number: BusinessNumber,
  wish: { catalogId: string; text?: string | undefined; items: OrderItem[] },
): ChatMessage {
  const { catalogId, text, items } = wish
  const lines = items.map((item) => `${item.quantity} × ${item.product_retailer_id}`)
  return write(world, person, number, {
    content: { type: 'order', body: [...lines, ...(text ? [text] : [])].join('\n') },
    wire: { type: 'order', order: { catalog_id: catalogId, ...(text && { text }), product_items: items } },
  })
}

/** A person sends something the Cloud API does not carry, a poll for instance. */
export function writeUnsupported(
  world: World,
  person: Person,
  number: BusinessNumber,
  kind: string,
): ChatMessage {
  const title = 'Message type unknown'
  const error_data = { details: 'Message type is currently not supported.' }
  return write(world, person, number, {
    content: { type: 'text', body: `(${kind})` },
    wire: {
      type: 'unsupported',
      unsupported: { type: kind },
      errors: [{ code: 131051, title, message: title, error_data }],
    },
  })
}

/** A person puts an emoji on a message of the chat, or takes it away (no emoji). @throws Refused 404 */
export function reactTo(
  world: World,
  person: Person,
  messageId: string,
  emoji: string | undefined,
): ChatMessage {
  const { view, number } = ownChatMessage(world, person, messageId)
  if (emoji) view.reaction = emoji
  else delete view.reaction
  const reaction = { message_id: messageId, ...(emoji && { emoji }) }
  tell(world, person, number, { type: 'reaction', reaction })
  world.events.emit('message', { message: view }, person.crowd)
  return view
}

/** A person changes a text they wrote. @throws Refused 404 or 409 */
export function edit(world: World, person: Person, messageId: string, body: string): ChatMessage {
  const { view, number } = ownWords(world, person, messageId)
  view.body = body
  const message = { type: 'text', text: { body } }
  tell(world, person, number, { type: 'edit', edit: { original_message_id: messageId, message } })
  world.events.emit('message', { message: view }, person.crowd)
  return view
}

/** A person deletes a message for everyone. @throws Refused 404 or 409 */
export function revoke(world: World, person: Person, messageId: string): ChatMessage {
  const { view, number } = ownWords(world, person, messageId)
  view.body = person.language === 'de' ? 'Diese Nachricht wurde gelöscht.' : 'This message was deleted.'
  delete view.header
  tell(world, person, number, { type: 'revoke', revoke: { original_message_id: messageId } })
  world.events.emit('message', { message: view }, person.crowd)
  return view
}

function tell(world: World, person: Person, number: BusinessNumber, wire: Json): void {
  const at = world.clock.now()
  const id = wamid(digitsOf(person.phone ?? person.bsuid), 'fromPerson')
  world.webhooks(incoming(number, person, id, at, wire))
}

function ownChatMessage(
  world: World,
  person: Person,
  messageId: string,
): { view: ChatMessage; number: BusinessNumber } {
  const view = world.chats.message(messageId)?.view
  const number = view && world.numbers.find(view.phoneNumberId)
  if (!number || view.personId !== person.id)
    throw new Refused(404, 'There is no such message in a chat of this person.')
  return { view, number }
}

function ownWords(
  world: World,
  person: Person,
  messageId: string,
): { view: ChatMessage; number: BusinessNumber } {
  const found = ownChatMessage(world, person, messageId)
  if (found.view.direction !== 'out') throw new Refused(409, 'Only messages the person wrote can be changed.')
  return found
}

const defined = (object: object): Json =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
