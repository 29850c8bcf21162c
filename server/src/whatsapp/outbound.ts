import { z } from 'zod'

/*
 * What can be sent, key for key. Strict about shapes and not about lengths: a shape is the program's own, so that a wrong one is a
 * fault to be found before anything is queued; a length comes from what people wrote, and Meta's refusal of one message must never undo
 * the transaction that decided on it, a withdrawal least of all. Source: Meta, Messages.
 */

const id = z.string().min(1)
const words = z.strictObject({ text: z.string().min(1) })

/** A file at Meta, or one that Meta fetches. */
const fileWith = <S extends z.ZodRawShape>(shape: S) =>
  z.union([z.strictObject({ id, ...shape }), z.strictObject({ link: z.string().min(1), ...shape })])
const plainFile = fileWith({})
const caption = z.string().optional()
const document = fileWith({ caption, filename: z.string().optional() })

const place = z.strictObject({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional(),
  address: z.string().optional(),
})

const head = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('image'), image: plainFile }),
  z.strictObject({ type: z.literal('video'), video: plainFile }),
  z.strictObject({ type: z.literal('document'), document }),
])
const frame = { header: head.optional(), body: words, footer: words.optional() }
const asks = <T extends string, N extends string>(type: T, name: N) =>
  z.strictObject({ type: z.literal(type), body: words, action: z.strictObject({ name: z.literal(name) }) })

const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    ...frame,
    action: z.strictObject({
      buttons: z
        .array(
          z.strictObject({
            type: z.literal('reply'),
            reply: z.strictObject({ id, title: z.string().min(1) }),
          }),
        )
        .min(1)
        .max(3),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    ...frame,
    action: z.strictObject({
      button: z.string().min(1),
      sections: z
        .array(
          z.strictObject({
            title: z.string().optional(),
            rows: z
              .array(z.strictObject({ id, title: z.string().min(1), description: z.string().optional() }))
              .min(1),
          }),
        )
        .min(1),
    }),
  }),
  z.strictObject({
    type: z.literal('cta_url'),
    ...frame,
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: z.string().min(1), url: z.string().min(1) }),
    }),
  }),
  asks('request_contact_info', 'request_contact_info'),
  asks('location_request_message', 'send_location'),
])

const parameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), parameter_name: z.string().optional(), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('payload'), payload: z.string().min(1) }),
  z.strictObject({ type: z.literal('coupon_code'), coupon_code: z.string().min(1) }),
  z.strictObject({ type: z.literal('image'), image: plainFile }),
  z.strictObject({ type: z.literal('video'), video: plainFile }),
  z.strictObject({ type: z.literal('document'), document }),
  z.strictObject({ type: z.literal('location'), location: place }),
])
/** One value in a template that is sent. */
export type TemplateParameter = z.infer<typeof parameter>

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), parameters: z.array(parameter) }),
  z.strictObject({ type: z.literal('body'), parameters: z.array(parameter) }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.enum(['quick_reply', 'url', 'copy_code']),
    index: z.string(),
    parameters: z.array(parameter),
  }),
])
/** What fills one part of a template, or of one of its cards. */
export type TemplatePart = z.infer<typeof part>

const carousel = z.strictObject({
  type: z.literal('carousel'),
  cards: z.array(z.strictObject({ card_index: z.number().int(), components: z.array(part) })).min(1),
})

const template = z.strictObject({
  name: id,
  language: z.strictObject({ code: id }),
  components: z.array(z.union([part, carousel])).optional(),
})

const contact = z.strictObject({
  name: z.strictObject({ formatted_name: z.string().min(1), first_name: z.string().optional() }),
  phones: z.array(z.strictObject({ phone: z.string(), type: z.string().optional() })).optional(),
})

const templateContent = z.strictObject({ type: z.literal('template'), template })
/** A template and what fills it. Those of campaigns are held to it when they are compiled, and not once more for every person. */
export type TemplateContent = z.infer<typeof templateContent>

/** The content of one message of any kind, without the address and the callback data. */
export const OutboundContent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.strictObject({ body: z.string().min(1), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ type: z.literal('interactive'), interactive }),
  templateContent,
  z.strictObject({ type: z.literal('image'), image: fileWith({ caption }) }),
  z.strictObject({ type: z.literal('video'), video: fileWith({ caption }) }),
  z.strictObject({ type: z.literal('document'), document }),
  z.strictObject({ type: z.literal('audio'), audio: plainFile }),
  z.strictObject({ type: z.literal('sticker'), sticker: plainFile }),
  z.strictObject({ type: z.literal('location'), location: place }),
  z.strictObject({ type: z.literal('contacts'), contacts: z.array(contact).min(1) }),
  z.strictObject({
    type: z.literal('reaction'),
    /** An empty emoji takes the reaction back. */
    reaction: z.strictObject({ message_id: id, emoji: z.string() }),
  }),
])
export type OutboundContent = z.infer<typeof OutboundContent>

/** To whom: a number with its plus, or a BSUID. */
export type OutboundAddress = { to: string } | { recipient: string }

interface Envelope {
  messaging_product: 'whatsapp'
  recipient_type: 'individual'
  biz_opaque_callback_data: string
}
/** The whole body of one message, as Meta takes it. */
export type OutboundMessage = Envelope & OutboundAddress & OutboundContent

/** Puts a content, an address and our own id together: the one way to a body that can be sent. */
export const outboundMessage = (
  address: OutboundAddress,
  content: OutboundContent,
  callbackData: string,
): OutboundMessage => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...address,
  ...content,
  biz_opaque_callback_data: callbackData,
})
