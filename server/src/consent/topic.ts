import { z } from 'zod'
import { CHAT_LANGUAGES } from './texts.ts'

export const Localised = z.object({
  de: z.string().trim().min(1).max(60),
  en: z.string().trim().min(1).max(60),
})
export const LocalisedText = z.object({
  de: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
})

export const Wording = z.object({
  id: z.uuid(),
  language: z.enum(CHAT_LANGUAGES),
  version: z.number().int(),
  body: z.string(),
  hash: z.string(),
  publishedAt: z.iso.datetime(),
  current: z.boolean(),
  /** It brought a new purpose, controller or use of data; consents to earlier versions do not cover it. */
  material: z.boolean(),
  /** What was new, in the words of who published it. */
  change: z.string().nullable(),
  /** Consents that it put out of scope when it was published. */
  superseded: z.number().int(),
  /** Declared defective; nobody can be written to on the strength of it. */
  invalidatedAt: z.iso.datetime().nullable(),
})
export type Wording = z.infer<typeof Wording>

export const Topic = z.object({
  id: z.uuid(),
  key: z.string(),
  name: Localised,
  description: LocalisedText,
  position: z.number().int(),
  archivedAt: z.iso.datetime().nullable(),
  /** People who may be written to about it now */
  confirmed: z.number().int(),
  /** People whose yes to an earlier text does not cover the present one, and who have not been asked yet */
  superseded: z.number().int(),
  wordings: z.array(Wording),
})
export type Topic = z.infer<typeof Topic>
