import { z } from 'zod'
import { Translations } from './breach-text.ts'

const text = (max = 4_000) => z.string().trim().max(max)
const said = (max = 4_000) => text(max).min(10)
const count = z.number().int().min(0).max(2_000_000_000)

/** What a notification to the authority has to describe (Art. 33(3)); filled in as things become known (Art. 33(4)). */
export const BreachForm = z.object({
  /** lit. a: what happened. */
  nature: text().default(''),
  peopleCategories: text(500).default(''),
  people: count.nullable().default(null),
  recordCategories: text(500).default(''),
  records: count.nullable().default(null),
  /** lit. b: who answers questions. */
  contact: text(500).default(''),
  /** lit. c */
  consequences: text().default(''),
  /** lit. d */
  measures: text().default(''),
})
export type BreachForm = z.infer<typeof BreachForm>

export const FORM_PARTS = [
  'nature',
  'peopleCategories',
  'people',
  'recordCategories',
  'records',
  'contact',
  'consequences',
  'measures',
] as const satisfies readonly (keyof BreachForm)[]
export type FormPart = (typeof FORM_PARTS)[number]

/** Parts of the form that Art. 33(3) asks for and that say nothing yet. */
export function missingParts(form: BreachForm): FormPart[] {
  return FORM_PARTS.filter((part) => {
    const value = form[part]
    return typeof value === 'string' ? value.trim().length < 3 : value === null
  })
}

/** Tables that hold something about people, with the moment that a range of time is compared with. */
export const AFFECTED_TABLES = {
  contact: 'created_at',
  message: 'created_at',
  inbound_message: 'received_at',
  consent: 'state_at',
  webhook_update: 'received_at',
} as const
export type AffectedTable = keyof typeof AFFECTED_TABLES

/** Whom a breach concerns, said as a query: whoever has rows of this table from this range, and is in this segment. */
export const AffectedQuery = z
  .object({
    table: z.enum(Object.keys(AFFECTED_TABLES) as AffectedTable[]),
    from: z.iso.datetime().nullable().default(null),
    to: z.iso.datetime().nullable().default(null),
    segmentId: z.uuid().nullable().default(null),
  })
  .refine(({ from, to }) => !from || !to || from < to, { error: 'must end after it begins', path: ['to'] })
export type AffectedQuery = z.infer<typeof AffectedQuery>

const Form = z.object({ kind: z.literal('form'), form: BreachForm })
const Note = z.object({ kind: z.literal('note'), text: text().min(3) })
const Affected = z.object({ kind: z.literal('affected'), query: AffectedQuery })

/** Ways in which people may be told; `public` only where telling each of them would be out of proportion (Art. 34(3)(c)). */
const TOLD_BY = ['chat', 'mail', 'post', 'phone', 'public'] as const

/** What was sent to whom of them in the chat (Art. 34): translations beside the form's own words. */
const Told = z.object({
  /** Whose window was open. */
  reachable: count,
  translations: Translations,
})
const Authority = z.object({
  kind: z.literal('authority'),
  decision: z.enum(['notified', 'no_risk']),
  /** Reference of the authority, or why no risk is likely. */
  text: said(2_000),
  at: z.iso.datetime().nullable().default(null),
  /** Art. 33(1): why the notification came late. */
  delay: text(2_000).nullable().default(null),
})
const People = z.object({
  kind: z.literal('people'),
  decision: z.enum(['told', 'not_needed']),
  /** What they were told, or which of Art. 34(3) applies. */
  text: said(),
  at: z.iso.datetime().nullable().default(null),
  how: z.array(z.enum(TOLD_BY)).max(TOLD_BY.length).default([]),
})
const Closed = z.object({ kind: z.literal('closed'), text: said(2_000) })

/** Everything that can be written down about a breach. */
export const NewEntry = z.discriminatedUnion('kind', [Form, Note, Affected, Authority, People, Closed])
export type NewEntry = z.infer<typeof NewEntry>

/** As it is kept: a query together with what it found at that moment. */
export const StoredEntry = z.discriminatedUnion('kind', [
  Form,
  Note,
  Affected.extend({ people: count, told: Told.nullable().default(null) }),
  Authority,
  People,
  Closed,
])
export type StoredEntry = z.infer<typeof StoredEntry>
