import { z } from 'zod'

const Sentence = z.object({ de: z.string(), en: z.string() })

/** Somebody who gets data, and why that is lawful. */
const Recipient = z.object({
  key: z.string(),
  name: z.string(),
  /** `controller`: acts for itself as well. `told`: an endpoint that the business has told of changes (Art. 19). */
  role: z.enum(['processor', 'controller', 'told']),
  service: Sentence,
  country: z.string().nullable(),
  safeguard: Sentence.nullable(),
  /** Reference and date of the agreement; null: none is recorded. */
  contract: z.string().nullable(),
  from: z.string().nullable(),
})
export type Recipient = z.infer<typeof Recipient>

/**
 * The record of processing activities as it follows from the live configuration, Art. 30(1) lit. a–g for the business as
 * controller and Art. 30(2) for whoever runs the installation for it.
 */
export const ProcessingContent = z.object({
  form: z.literal(1),
  controller: z.object({
    name: z.string(),
    address: z.string().nullable(),
    country: z.string(),
    contact: z.string().nullable(),
    representative: z.string().nullable(),
    dpo: z.string().nullable(),
    noDpoReason: z.string().nullable(),
  }),
  /** Set when somebody else runs the installation on behalf of the business. */
  processor: z.object({ name: z.string(), address: z.string(), contact: z.string() }).nullable(),
  activities: z.array(
    z.object({ key: z.string(), name: Sentence, purpose: Sentence, basis: Sentence, people: Sentence }),
  ),
  data: z.array(z.object({ key: z.string(), what: Sentence, purpose: Sentence })),
  recipients: z.array(Recipient),
  transfers: z.array(
    z.object({
      key: z.string(),
      to: z.string(),
      what: Sentence,
      where: Sentence,
      source: Sentence.nullable(),
      safeguard: Sentence,
    }),
  ),
  retention: z.array(z.object({ key: z.string(), what: Sentence, howLong: Sentence, basis: z.string() })),
  measures: z.array(z.object({ key: z.string(), what: Sentence, state: Sentence })),
})
export type ProcessingContent = z.infer<typeof ProcessingContent>

/** Whoever works with data on behalf of the business: the list that a controller must be told changes of (Art. 28(2)). */
export const ProcessorsContent = z.object({ form: z.literal(1), processors: z.array(Recipient) })
export type ProcessorsContent = z.infer<typeof ProcessorsContent>
