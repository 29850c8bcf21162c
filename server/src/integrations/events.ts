import { z } from 'zod'

/**
 * What an endpoint can be told. `person.…` are the duties of Art. 19 GDPR, `consent.…` those of Art. 7 (3); `standing.alert` says
 * that somebody should look at a number, a template, a campaign or the ledger, and never names a person.
 */
export const EVENTS = [
  'person.erased',
  'person.restricted',
  'person.released',
  'person.rectified',
  'consent.confirmed',
  'consent.withdrawn',
  'standing.alert',
] as const
export const EventName = z.enum(EVENTS)
export type EventName = z.infer<typeof EventName>

/** Sent because a member asks for it; says nothing. */
export const TEST_EVENT = 'endpoint.test'

/**
 * What an event says beside the person's id: names, states and ids, never a value. Keys are left out where they say nothing.
 */
export const Content = z
  .object({
    /** Key of the topic. */
    topic: z.string(),
    channelId: z.uuid(),
    /** The consent's state now: `withdrawn` by the person, `expired`, `suspended` … by the rules. */
    state: z.string(),
    /** Names of what was corrected: `name`, `language`, `phone`, keys of fields. */
    changed: z.array(z.string()),
    /** Of an alert: what happened, such as `channel.quality`, how bad it is, and what it is about. */
    kind: z.string(),
    severity: z.enum(['warning', 'critical']),
    entity: z.string(),
    entityId: z.string(),
    /** Of an alert: the value before and now. */
    before: z.string(),
    after: z.string(),
    /** Of an alert: Meta's error code. */
    code: z.number().int(),
  })
  .partial()
  .strict()
export type Content = z.infer<typeof Content>

interface Told {
  event: string
  contactId: string | null
  content: Content
  at: Date
}

/**
 * The body of a delivery, in the shape that the Standard Webhooks specification proposes: type, timestamp, data. The same delivery
 * has the same bytes in each attempt.
 */
export function bodyOf({ event, contactId, content, at }: Told): string {
  return JSON.stringify({
    type: event,
    timestamp: at.toISOString(),
    data: contactId === null ? content : { contactId, ...content },
  })
}
