import { z } from 'zod'

/** What is kept of a person's message, sealed: enough to show it, nothing that is only Meta's business. */
export const StoredContent = z.object({
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

/** The parts of a parsed message that matter here; the shape is the WhatsApp layer's. */
export interface Incoming {
  content:
    | { type: 'text'; text: string }
    | { type: 'button'; payload: string; text: string }
    | { type: 'reply'; id: string; title: string; list: boolean }
    | { type: 'media'; media: string; mediaId: string | null; caption: string | null }
    | { type: 'reaction'; wamid: string; emoji: string | null }
    | { type: 'location'; latitude: number; longitude: number; name: string | null }
    | { type: 'identity'; change: string }
    | { type: 'deleted'; wamid: string }
    | { type: 'other'; name: string }
  wamid: string
  forwarded: boolean
}

/** Meanings that got no answer, or none that settles it. */
const UNANSWERED = new Set(['hold', 'opt_in_declined', 'opt_in_unanswered'])

/**
 * Whether a member should look. Reactions and system notices are only shown; what consent or an opt-in has understood
 * (STOP, YES, START …) was answered by itself. A stop that was not clear waits for a member.
 */
export function asksForAttention({ content }: Incoming, meaning: string | null): boolean {
  if (meaning !== null && !UNANSWERED.has(meaning)) return false
  return content.type !== 'reaction' && content.type !== 'identity' && content.type !== 'deleted'
}

export function toStored({ content, wamid, forwarded }: Incoming): StoredContent {
  const stored = (type: string, text: string, mediaId: string | null = null) => ({
    wamid,
    type,
    text,
    forwarded,
    mediaId,
  })
  switch (content.type) {
    case 'text':
      return stored('text', content.text)
    case 'button':
      return stored('button', content.text)
    case 'reply':
      return stored('button', content.title)
    case 'media':
      return stored(content.media, content.caption ?? '', content.mediaId)
    case 'reaction':
      return stored('reaction', content.emoji ?? '')
    case 'location':
      return stored('location', content.name ?? `${content.latitude}, ${content.longitude}`)
    case 'identity':
      return stored('identity', content.change)
    case 'deleted':
      return stored('deleted', '')
    case 'other':
      return stored('other', content.name)
  }
}

const GraphBody = z.looseObject({
  type: z.string().optional(),
  text: z.looseObject({ body: z.string() }).optional(),
  interactive: z
    .looseObject({
      body: z.looseObject({ text: z.string() }).optional(),
      action: z
        .looseObject({
          buttons: z
            .array(z.looseObject({ reply: z.looseObject({ title: z.string() }).optional() }))
            .optional(),
        })
        .optional(),
    })
    .optional(),
  template: z.looseObject({ name: z.string() }).optional(),
})

export interface Readable {
  text: string
  buttons: { text: string }[]
}

/** A link to a person's own page, and a code that opens its inner rooms: theirs to use, not the members'. */
const SECRETS: [RegExp, string][] = [
  [/(\/p\/)[A-Za-z0-9_-]{64}/g, '$1…'],
  [/\*\d{3} \d{3}\*/g, '*••• •••*'],
]

/** What a person reads of a Graph API body that we sent; keys to the person's own page are covered. */
export function readBody(body: unknown): Readable {
  const parsed = GraphBody.safeParse(body)
  if (!parsed.success) return { text: '', buttons: [] }
  const { text, interactive, template } = parsed.data
  const buttons = (interactive?.action?.buttons ?? []).flatMap(({ reply }) =>
    reply ? { text: reply.title } : [],
  )
  const said = text?.body ?? interactive?.body?.text ?? template?.name ?? ''
  return { text: SECRETS.reduce((open, [key, cover]) => open.replace(key, cover), said), buttons }
}
