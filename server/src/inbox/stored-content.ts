import { z } from 'zod'
import type { InboundContent, InboundMessage } from '../whatsapp/index.ts'

/** What came with the words, as pages show it. */
export const Extras = z.object({
  media: z
    .object({
      mime: z.string().nullable(),
      name: z.string().nullable(),
      voice: z.boolean(),
      animated: z.boolean(),
    })
    .optional(),
  location: z
    .object({ latitude: z.number(), longitude: z.number(), address: z.string().nullable() })
    .optional(),
  cards: z.array(z.object({ name: z.string(), phones: z.array(z.string()) })).optional(),
  order: z
    .array(
      z.object({
        productId: z.string(),
        quantity: z.number(),
        /** For one. */
        price: z.number().nullable(),
        currency: z.string().nullable(),
      }),
    )
    .optional(),
  /** Of a form that was filled in. */
  answers: z.array(z.object({ field: z.string(), value: z.string() })).optional(),
  /** The ad or post through which the person came. */
  referral: z
    .object({
      source: z.enum(['ad', 'post', 'other']),
      url: z.string().nullable(),
      headline: z.string().nullable(),
      body: z.string().nullable(),
    })
    .optional(),
  productId: z.string().optional(),
  /** The words are not the first ones. */
  editedAt: z.iso.datetime().optional(),
})
export type Extras = z.infer<typeof Extras>

/** What is kept of a message, sealed: enough to show it, nothing that is only Meta's business. */
export const StoredContent = Extras.extend({
  /** WhatsApp's id of the message, to tell WhatsApp that it was read. */
  wamid: z.string(),
  type: z.string(),
  /** What a person reads: the text, a button's caption, a caption of a picture. */
  text: z.string(),
  /** Somebody else's words, passed on. */
  forwarded: z.boolean(),
  mediaId: z.string().nullable(),
})
export type StoredContent = z.infer<typeof StoredContent>

/** The parts of a message that matter here. */
export type Incoming = Pick<InboundMessage, 'content' | 'wamid' | 'forwarded'> &
  Partial<Pick<InboundMessage, 'referral' | 'productId'>>

export function toStored({ content, wamid, forwarded, referral, productId }: Incoming): StoredContent {
  return {
    wamid,
    forwarded,
    mediaId: null,
    ...partOf(content),
    ...(referral ? { referral } : {}),
    ...(productId ? { productId } : {}),
  }
}

type Part = Pick<StoredContent, 'type' | 'text'> & Partial<StoredContent>

function partOf(content: InboundContent): Part {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: content.text }
    case 'button':
      return { type: 'button', text: content.text }
    case 'reply':
      return { type: 'button', text: content.title }
    case 'flow':
      return { type: 'flow', text: '', answers: content.answers }
    case 'media': {
      const { media, caption, mediaId, mime, fileName, voice, animated } = content
      return { type: media, text: caption ?? '', mediaId, media: { mime, name: fileName, voice, animated } }
    }
    case 'reaction':
      return { type: 'reaction', text: content.emoji ?? '' }
    case 'location': {
      const { latitude, longitude, address, name } = content
      return { type: 'location', text: name ?? '', location: { latitude, longitude, address } }
    }
    case 'contacts':
      return {
        type: 'contacts',
        text: content.cards.map(({ name }) => name).join(', '),
        cards: content.cards,
      }
    case 'order':
      return { type: 'order', text: content.note ?? '', order: content.items }
    case 'edit':
      return content.content ? partOf(content.content) : { type: 'unsupported', text: '' }
    case 'identity':
      return { type: 'identity', text: content.change }
    case 'security_code':
    case 'deleted':
      return { type: content.type, text: '' }
    case 'unsupported':
      return { type: content.what === 'media_placeholder' ? 'earlier_file' : 'unsupported', text: '' }
    case 'other':
      return { type: 'other', text: '' }
  }
}

export function readStored(json: string): StoredContent {
  return StoredContent.parse(JSON.parse(json))
}
