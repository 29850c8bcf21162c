import { z } from 'zod'

/** Limits here are those of our own storage; what Meta allows is the linter's business, which explains instead of refusing. */
const QuickReply = z.object({
  kind: z.literal('quick_reply'),
  text: z.string().max(200),
  /** A tap on it ends all marketing to the person (C-27). */
  optOut: z.boolean().optional(),
})

/** What is put behind a link when the message leaves: a code that many people share, unless a variable says otherwise (C-18). */
export const LinkSuffix = z.discriminatedUnion('from', [
  z.object({ from: z.literal('campaign') }),
  z.object({ from: z.literal('source') }),
  z.object({ from: z.literal('variable'), name: z.string().max(100) }),
])
export type LinkSuffix = z.infer<typeof LinkSuffix>

const UrlButton = z.object({
  kind: z.literal('url'),
  text: z.string().max(200),
  url: z.string().max(4000),
  suffix: LinkSuffix.optional(),
})
const PhoneButton = z.object({
  kind: z.literal('phone_number'),
  text: z.string().max(200),
  phone: z.string().max(100),
})
/** WhatsApp names this button itself. */
const CodeButton = z.object({
  kind: z.literal('copy_code'),
  /** The code, or one variable: `{{code}}`. */
  code: z.string().max(200),
})

export const TemplateButton = z
  .discriminatedUnion('kind', [QuickReply, UrlButton, PhoneButton, CodeButton])
  .meta({ id: 'TemplateButton' })
export type TemplateButton = z.infer<typeof TemplateButton>

/** A file in a message: an address on the internet, or a file that a member uploaded. */
const file = { url: z.string().max(4000).optional(), mediaId: z.uuid().optional() }
const ImageHeader = z.object({ format: z.literal('image'), ...file })
const VideoHeader = z.object({ format: z.literal('video'), ...file })

export const MediaHeader = z.discriminatedUnion('format', [
  ImageHeader,
  VideoHeader,
  z.object({
    format: z.literal('document'),
    ...file,
    /** What people see as the file's name. */
    filename: z.string().max(200).optional(),
  }),
])
export type MediaHeader = z.infer<typeof MediaHeader>

/** A place on the map. Meta reviews only that there is one; which, is said in each message. */
const LocationHeader = z.object({
  format: z.literal('location'),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  name: z.string().max(1000),
  address: z.string().max(1000),
})

/** One of two to ten cards that people swipe through. */
export const Card = z.object({
  header: z.discriminatedUnion('format', [ImageHeader, VideoHeader]),
  body: z.string().max(2000),
  buttons: z.array(TemplateButton).max(10),
})
export type Card = z.infer<typeof Card>

/** What a template says, in our own shape; variables are written `{{name}}`. */
export const Content = z
  .object({
    header: z
      .discriminatedUnion('format', [
        z.object({ format: z.literal('text'), text: z.string().max(1000) }),
        ...MediaHeader.options,
        LocationHeader,
      ])
      .optional(),
    body: z.string().max(10_000),
    footer: z.string().max(1000).optional(),
    buttons: z.array(TemplateButton).max(50).default([]),
    /** With cards there is no header, footer or button outside of them. */
    cards: z.array(Card).max(20).optional(),
    /** An example for each variable, also of links, codes and cards; Meta's reviewers see it, people never do. */
    samples: z.record(z.string().max(100), z.string().max(500)).default({}),
  })
  .meta({ id: 'TemplateContent' })
export type Content = z.infer<typeof Content>

/** Every file of a content with its place: `header`, `cards.0.header`. */
export function mediaOf(content: Content): { where: string; header: MediaHeader }[] {
  const { header } = content
  const top =
    header && header.format !== 'text' && header.format !== 'location' ? [{ where: 'header', header }] : []
  const cards = (content.cards ?? []).map((card, index) => ({
    where: `cards.${index}.header`,
    header: card.header,
  }))
  return [...top, ...cards]
}

/** All buttons with their places: `buttons.0`, `cards.1.buttons.0`. */
export function buttonsOf(content: Content): { where: string; button: TemplateButton }[] {
  const at = (buttons: readonly TemplateButton[], before: string) =>
    buttons.map((button, index) => ({ where: `${before}buttons.${index}`, button }))
  return [
    ...at(content.buttons, ''),
    ...(content.cards ?? []).flatMap((card, index) => at(card.buttons, `cards.${index}.`)),
  ]
}
