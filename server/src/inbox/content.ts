import { z } from 'zod'
import type { Incoming } from './stored-content.ts'

/** Meanings that got no answer, or none that settles it. */
const UNANSWERED = new Set(['hold', 'opt_in_declined', 'opt_in_unanswered'])

/** What only happened: there is nothing to answer. */
const HAPPENINGS = new Set(['reaction', 'identity', 'security_code', 'deleted'])

/**
 * Whether a member should look. Reactions and system notices are only shown; what consent or an opt-in has understood
 * (STOP, YES, START …) was answered by itself. A stop that was not clear waits for a member.
 */
export function asksForAttention({ content }: Incoming, meaning: string | null): boolean {
  if (meaning !== null && !UNANSWERED.has(meaning)) return false
  // Whoever merely opens the chat has said nothing; Meta sent this until 2026.
  if (content.type === 'other' && content.name === 'request_welcome') return false
  return !HAPPENINGS.has(content.type)
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
