import { z } from 'zod'
import { Figures, Frequency, Group } from './figures.ts'
import { Quarter } from './quarter.ts'
import { Sample } from './sample.ts'

const count = z.number().int()

/** A sentence that `words.ts` says, with the numbers in it. */
export const Finding = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type Finding = z.infer<typeof Finding>

/** What a review is made of: figures, never a person. */
export const ReviewFacts = z.object({
  quarter: Quarter,
  first: z.iso.date(),
  last: z.iso.date(),
  figures: Figures,
  /** The quarter before it. */
  before: Figures,
  frequency: z.array(Frequency),
  campaigns: z.array(Group),
  topics: z.array(Group.omit({ name: true }).extend({ de: z.string(), en: z.string() })),
  requests: z.array(z.object({ kind: z.string(), count })),
  qualityDrops: count,
  pauses: count,
  sample: Sample,
  ledger: z.object({
    size: count,
    /** The signed checkpoint, verbatim; null before the first one. */
    note: z.string().nullable(),
    publicKey: z.string(),
    signedAt: z.iso.datetime().nullable(),
  }),
  well: z.array(Finding),
  hurt: z.array(Finding),
  /** In order of effect. */
  suggestions: z.array(Finding.extend({ effect: z.number() })),
})
export type ReviewFacts = z.infer<typeof ReviewFacts>

/** What the findings are judged from. */
export type Counted = Omit<ReviewFacts, 'well' | 'hurt' | 'suggestions'>
