import { z } from 'zod'
import type { InboundContent, Medium, OrderItem, SharedCard } from './updates.ts'
import { bsuid, idText, maybe, phone, text } from './webhook-fields.ts'

/** A message as Meta sends it: its type names the field that holds the rest. */
export type RawMessage = { type: string } & Record<string, unknown>

/**
 * What a message says. Whatever has not the shape we know becomes `other` under its type; nothing is thrown.
 * Source: Meta, Webhooks, messages.
 */
export function readContent(message: RawMessage): InboundContent {
  const type = typeOf(message)
  return (
    (Object.hasOwn(CONTENT, type) ? CONTENT[type]?.(message) : null) ?? {
      type: 'other',
      name: type.slice(0, 40),
    }
  )
}

/** Without a type its parts tell: a STOP must not be lost for want of a word. */
function typeOf(message: RawMessage): string {
  if (message.type !== '' && message.type !== 'unknown') return message.type
  const part = Object.keys(CONTENT).find((name) => message[name] !== undefined && message[name] !== null)
  return part ?? 'unknown'
}

type Reader = (message: RawMessage) => InboundContent | null

/** One reader from a schema; null when the field has another shape. */
function reader<S extends z.ZodType>(
  field: string,
  schema: S,
  read: (data: z.infer<S>) => InboundContent | null,
): Reader {
  return (message) => {
    const { data, success } = schema.safeParse(message[field])
    return success ? read(data) : null
  }
}

const yes = z.boolean().catch(false)
const Media = z.looseObject({
  id: idText,
  caption: maybe,
  mime_type: maybe,
  filename: maybe,
  voice: yes,
  animated: yes,
})

function medium(media: Medium['media']): Reader {
  return (message) => {
    const { data } = Media.safeParse(message[media])
    return {
      type: 'media',
      media,
      mediaId: data?.id ?? null,
      caption: data?.caption ?? null,
      mime: data?.mime_type ?? null,
      fileName: data?.filename ?? null,
      voice: data?.voice ?? false,
      animated: data?.animated ?? false,
    }
  }
}

/** The words alone can be somebody's will; the id is only ours. */
const Reply = z
  .looseObject({ id: idText, title: text.catch('') })
  .refine(({ id, title }) => id !== null || title !== '')
  .nullish()
  .catch(null)
const Interactive = z.looseObject({
  button_reply: Reply,
  list_reply: Reply,
  nfm_reply: z.looseObject({ name: maybe, response_json: z.unknown() }).nullish().catch(null),
})

/** Answers of a form, as far as they are plain values; its token is only Meta's business. */
function answersOf(response: unknown): { field: string; value: string }[] {
  const plain = z.union([z.string(), z.number(), z.boolean()])
  const shown = z.union([plain.transform(String), z.array(plain).transform((values) => values.join(', '))])
  const { data } = z.record(z.string(), z.unknown()).safeParse(parsed(response))
  return Object.entries(data ?? {}).flatMap(([field, value]) => {
    const read = shown.safeParse(value)
    return read.success && field !== 'flow_token' && read.data !== ''
      ? [{ field: field.slice(0, 80), value: read.data.slice(0, 1_000) }]
      : []
  })
}

/** Meta writes the answers of a form as JSON within JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

const Card = z.looseObject({
  name: z.looseObject({ formatted_name: maybe, first_name: maybe }).nullish().catch(null),
  phones: z
    .array(z.looseObject({ phone: maybe, wa_id: maybe }))
    .nullish()
    .catch(null),
  vcard: maybe,
})

/** A card as fields or as a vCard (RFC 6350), of which name and numbers are read. */
function card({ name, phones, vcard }: z.infer<typeof Card>): SharedCard {
  const line = (key: string) =>
    [...(vcard ?? '').matchAll(new RegExp(`^${key}(?:;[^:\\r\\n]*)?:(.+)$`, 'gim'))].map(([, value = '']) =>
      value.trim(),
    )
  const listed = (phones ?? []).flatMap((each) => {
    const value = each.wa_id ?? each.phone
    return value ? [asNumber(value)] : []
  })
  return {
    name: name?.formatted_name ?? name?.first_name ?? line('FN')[0] ?? '',
    phones: [
      ...new Set(
        listed.length > 0 ? listed : line('TEL').map((value) => asNumber(value.replace(/^tel:/i, ''))),
      ),
    ],
  }
}

function asNumber(value: string): string {
  const digits = value.replace(/[^\d+]/g, '')
  // Without its country a number may be anybody's.
  return (digits.startsWith('0') ? null : phone.parse(digits)) ?? value.slice(0, 40)
}

/** The only origin with which WhatsApp says that the number is the sender's own. */
const OWN_NUMBER = 'contact_request/other'

function contacts(message: RawMessage): InboundContent | null {
  const { data } = z.array(Card).safeParse(message.contacts)
  if (!data) return null
  const cards = data.map(card)
  const [number] = cards[0]?.phones ?? []
  return {
    type: 'contacts',
    ownNumber: message.origin === OWN_NUMBER ? phone.parse(number) : null,
    cards,
  }
}

const amount = z.coerce.number().nonnegative().finite()
const Item = z
  .looseObject({
    product_retailer_id: idText,
    quantity: amount.catch(1),
    item_price: amount.nullish().catch(null),
    currency: maybe,
  })
  .transform(
    (item): OrderItem => ({
      productId: item.product_retailer_id ?? '',
      quantity: item.quantity,
      price: item.item_price ?? null,
      currency: item.currency && /^[A-Z]{3}$/.test(item.currency) ? item.currency : null,
    }),
  )
const Order = z.looseObject({
  catalog_id: idText,
  text: maybe,
  product_items: z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item) => {
        const { data } = Item.safeParse(item)
        return data ? [data] : []
      }),
    ),
})

/** `new_wa_id` and `customer_changed_number` are how the same was said before 2025. */
const System = z.looseObject({
  type: text,
  wa_id: phone,
  new_wa_id: phone,
  user_id: bsuid,
  previous_user_id: bsuid,
})
const CHANGES: Record<string, 'number' | 'user_id'> = {
  user_changed_number: 'number',
  customer_changed_number: 'number',
  user_changed_user_id: 'user_id',
}

function system(message: RawMessage): InboundContent | null {
  const { data } = System.safeParse(message.system)
  if (data?.type === 'customer_identity_changed') return { type: 'security_code' }
  const change = data && Object.hasOwn(CHANGES, data.type) ? CHANGES[data.type] : undefined
  if (!data || !change) return null
  return {
    type: 'identity',
    change,
    phone: data.wa_id ?? data.new_wa_id,
    bsuid: data.user_id,
    previousBsuid: data.previous_user_id,
  }
}

const Inner = z.looseObject({ type: text })
const original = { original_message_id: text.min(1) }

/** New words of an earlier message; an edit of an edit, or of a deletion, there is not. */
function edit(message: RawMessage): InboundContent | null {
  const { data } = z
    .looseObject({ ...original, message: Inner.nullish().catch(null) })
    .safeParse(message.edit)
  if (!data) return null
  const inner = data.message && readContent(data.message)
  const readable = inner && !['edit', 'deleted', 'identity', 'other', 'unsupported'].includes(inner.type)
  return { type: 'edit', wamid: data.original_message_id, content: readable ? inner : null }
}

function unsupported(message: RawMessage): InboundContent {
  const { data } = z.looseObject({ type: text }).safeParse(message.unsupported)
  return { type: 'unsupported', what: (data?.type ?? 'unknown').slice(0, 40) }
}

/** As a number or spelled out. */
const degrees = z
  .union([z.number(), z.string().trim().min(1)])
  .transform(Number)
  .pipe(z.number())

const CONTENT: Record<string, Reader> = {
  text: reader('text', z.looseObject({ body: text }), ({ body }) => ({ type: 'text', text: body })),
  button: reader('button', z.looseObject({ payload: text.catch(''), text: text.catch('') }), (tap) => ({
    type: 'button',
    payload: tap.payload,
    text: tap.text,
  })),
  interactive: reader('interactive', Interactive, ({ button_reply, list_reply, nfm_reply }) => {
    const reply = button_reply ?? list_reply
    if (reply) return { type: 'reply', id: reply.id ?? '', title: reply.title, list: !button_reply }
    return nfm_reply
      ? { type: 'flow', name: nfm_reply.name, answers: answersOf(nfm_reply.response_json) }
      : null
  }),
  image: medium('image'),
  video: medium('video'),
  audio: medium('audio'),
  document: medium('document'),
  sticker: medium('sticker'),
  reaction: reader('reaction', z.looseObject({ message_id: text, emoji: maybe }), (reaction) => ({
    type: 'reaction',
    wamid: reaction.message_id,
    emoji: reaction.emoji,
  })),
  location: reader(
    'location',
    z.looseObject({ latitude: degrees, longitude: degrees, name: maybe, address: maybe }),
    ({ latitude, longitude, name, address }) => ({ type: 'location', latitude, longitude, name, address }),
  ),
  contacts,
  order: reader('order', Order, ({ catalog_id, text: note, product_items }) => ({
    type: 'order',
    catalogId: catalog_id,
    note,
    items: product_items,
  })),
  system,
  edit,
  revoke: reader('revoke', z.looseObject(original), ({ original_message_id: wamid }) => ({
    type: 'deleted',
    wamid,
  })),
  unsupported,
  // History names that there was something, and does not give it.
  media_placeholder: () => ({ type: 'unsupported', what: 'media_placeholder' }),
}
