import { z } from 'zod'

const id = z.string().min(1)
const source = z
  .looseObject({
    id: z.string().optional(),
    link: z.string().optional(),
    caption: z.string().max(1024).optional(),
    filename: z.string().optional(),
  })
  .refine((media) => media.id !== undefined || media.link !== undefined, {
    message: 'id or link is required',
  })

/** A place; Meta takes its coordinates as text or as numbers. */
const place = z.looseObject({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
})

const header = z.union([
  z.looseObject({ type: z.literal('text'), text: z.string().min(1).max(60) }),
  z.looseObject({ type: z.literal('image'), image: source }),
  z.looseObject({ type: z.literal('video'), video: source }),
  z.looseObject({ type: z.literal('document'), document: source }),
])

const frame = {
  header: header.optional(),
  footer: z.looseObject({ text: z.string().min(1).max(60) }).optional(),
}
const unique = (key: (item: { id: string; title: string }) => string, what: string) => ({
  check: (items: { id: string; title: string }[]) => new Set(items.map(key)).size === items.length,
  error: { message: `${what} must be unique` },
})
const uniqueId = unique((item) => item.id, 'ids')
const uniqueTitle = unique((item) => item.title, 'titles')
const reply = z.looseObject({ id: id.max(256), title: z.string().min(1).max(20) })
const row = z.looseObject({
  id: id.max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
})

const buttons = z.looseObject({
  ...frame,
  type: z.literal('button'),
  body: z.looseObject({ text: z.string().min(1).max(1024) }),
  action: z.looseObject({
    buttons: z
      .array(z.looseObject({ type: z.literal('reply'), reply }))
      .min(1)
      .max(3)
      .refine((all) => uniqueId.check(all.map((one) => one.reply)), uniqueId.error)
      .refine((all) => uniqueTitle.check(all.map((one) => one.reply)), uniqueTitle.error),
  }),
})

const list = z.looseObject({
  ...frame,
  type: z.literal('list'),
  body: z.looseObject({ text: z.string().min(1).max(4096) }),
  action: z.looseObject({
    button: z.string().min(1).max(20),
    sections: z
      .array(z.looseObject({ title: z.string().max(24).optional(), rows: z.array(row).min(1) }))
      .min(1)
      .max(10)
      .refine((all) => all.length === 1 || all.every((section) => section.title), {
        message: 'sections need a title',
      })
      .refine((all) => all.flatMap((section) => section.rows).length <= 10, {
        message: 'at most 10 rows in total',
      })
      .refine((all) => uniqueId.check(all.flatMap((section) => section.rows)), uniqueId.error),
  }),
})

const ctaUrl = z.looseObject({
  ...frame,
  type: z.literal('cta_url'),
  body: z.looseObject({ text: z.string().min(1).max(1024) }),
  action: z.looseObject({
    name: z.literal('cta_url'),
    parameters: z.looseObject({
      display_text: z.string().min(1).max(20),
      url: z.string().regex(/^https?:\/\//),
    }),
  }),
})

const ask = <T extends string>(type: T, name: string) =>
  z.looseObject({
    ...frame,
    type: z.literal(type),
    body: z.looseObject({ text: z.string().min(1).max(1024) }),
    action: z.looseObject({ name: z.literal(name) }),
  })

const contact = z.looseObject({
  name: z.looseObject({ formatted_name: z.string().min(1) }),
  phones: z.array(z.looseObject({ phone: z.string().optional(), wa_id: z.string().optional() })).optional(),
})

const parameter = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  parameter_name: z.string().optional(),
  payload: z.string().optional(),
  coupon_code: z.string().optional(),
  image: source.optional(),
  video: source.optional(),
  document: source.optional(),
  location: place.optional(),
})

const piece = z.looseObject({
  type: z.string().transform((type) => type.toLowerCase()),
  sub_type: z
    .string()
    .transform((type) => type.toLowerCase())
    .optional(),
  index: z.coerce.number().int().min(0).optional(),
  parameters: z.array(parameter).default([]),
})

const component = piece.extend({
  cards: z
    .array(
      z.looseObject({
        card_index: z.coerce.number().int().min(0),
        components: z.array(piece).default([]),
      }),
    )
    .optional(),
})

const template = z.looseObject({
  name: id,
  language: z.looseObject({ code: id }),
  components: z.array(component).default([]),
})

const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  context: z.looseObject({ message_id: z.string() }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  recipient_identity_key_hash: z.string().optional(),
}

/** Body of `POST /{phone}/messages` that sends something. */
export const sendSchema = z.discriminatedUnion('type', [
  z.looseObject({
    ...common,
    type: z.literal('text'),
    text: z.looseObject({ body: z.string().min(1).max(4096) }),
  }),
  z.looseObject({
    ...common,
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [
      buttons,
      list,
      ctaUrl,
      ask('request_contact_info', 'request_contact_info'),
      ask('location_request_message', 'send_location'),
    ]),
  }),
  z.looseObject({ ...common, type: z.literal('template'), template }),
  z.looseObject({ ...common, type: z.literal('image'), image: source }),
  z.looseObject({ ...common, type: z.literal('video'), video: source }),
  z.looseObject({ ...common, type: z.literal('document'), document: source }),
  z.looseObject({ ...common, type: z.literal('audio'), audio: source }),
  z.looseObject({ ...common, type: z.literal('sticker'), sticker: source }),
  z.looseObject({ ...common, type: z.literal('location'), location: place }),
  z.looseObject({ ...common, type: z.literal('contacts'), contacts: z.array(contact).min(1) }),
  z.looseObject({
    ...common,
    type: z.literal('reaction'),
    reaction: z.looseObject({ message_id: z.string(), emoji: z.string() }),
  }),
])

/** Body of `POST /{phone}/messages` that marks a message as read, with a typing indicator or without. */
export const readSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.looseObject({ type: z.literal('text') }).optional(),
})

export type Send = z.infer<typeof sendSchema>
export type TemplateSend = z.infer<typeof template>
export type SendComponent = z.infer<typeof piece>
export type SendParameter = z.infer<typeof parameter>
export type MediaSource = z.infer<typeof source>
export type Interactive = Extract<Send, { type: 'interactive' }>['interactive']
