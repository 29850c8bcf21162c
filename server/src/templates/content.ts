import { z } from 'zod'

/** Limits here are those of our own storage; what Meta allows is the linter's business, which explains instead of refusing. */
const QuickReply = z.object({
  kind: z.literal('quick_reply'),
  text: z.string().max(200),
  /** A tap on it ends all marketing to the person (C-27). */
  optOut: z.boolean().optional(),
})
const UrlButton = z.object({ kind: z.literal('url'), text: z.string().max(200), url: z.string().max(4000) })
const PhoneButton = z.object({
  kind: z.literal('phone_number'),
  text: z.string().max(200),
  phone: z.string().max(100),
})

export const TemplateButton = z.discriminatedUnion('kind', [QuickReply, UrlButton, PhoneButton])
export type TemplateButton = z.infer<typeof TemplateButton>

/** What a template says, in our own shape; variables are written `{{name}}`. */
export const Content = z.object({
  header: z
    .discriminatedUnion('format', [
      z.object({ format: z.literal('text'), text: z.string().max(1000) }),
      z.object({ format: z.literal('image'), url: z.string().max(4000) }),
    ])
    .optional(),
  body: z.string().max(10_000),
  footer: z.string().max(1000).optional(),
  buttons: z.array(TemplateButton).max(50).default([]),
  /** An example for each variable; Meta's reviewers see it, people never do. */
  samples: z.record(z.string().max(100), z.string().max(500)).default({}),
})
export type Content = z.infer<typeof Content>
