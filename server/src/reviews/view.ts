import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { ReviewFacts } from './facts.ts'
import { Quarter } from './quarter.ts'
import { sentenceOf, suggestionOf } from './words.ts'

export const ReviewItem = z.object({
  quarter: Quarter,
  first: z.iso.date(),
  last: z.iso.date(),
  madeAt: z.iso.datetime(),
  delivered: z.number().int(),
  optOuts: z.number().int(),
  /** How many suggestions it has. */
  suggestions: z.number().int(),
  /** Whether all proofs of the sample held; null when no consent was in force. */
  proofsHold: z.boolean().nullable(),
})
export type ReviewItem = z.infer<typeof ReviewItem>

export const ReviewView = ReviewFacts.omit({
  well: true,
  hurt: true,
  suggestions: true,
  topics: true,
}).extend({
  madeAt: z.iso.datetime(),
  digest: z.string(),
  topics: z.array(ReviewFacts.shape.campaigns.element),
  /** In the caller's language. */
  well: z.array(z.string()),
  hurt: z.array(z.string()),
  suggestions: z.array(z.string()),
})
export type ReviewView = z.infer<typeof ReviewView>

/** All reviews of the business, newest first. */
export async function listReviews(ctx: Context): Promise<ReviewItem[]> {
  requireRole(ctx, 'marketer', 'dpo')
  const rows = await ctx.db
    .selectFrom('review')
    .select(['facts', 'made_at'])
    .where('business_id', '=', ctx.businessId)
    .orderBy('quarter', 'desc')
    .execute()
  return rows.map(({ facts: stored, made_at }) => {
    const { quarter, first, last, figures, suggestions, sample } = ReviewFacts.parse(stored)
    return {
      ...{ quarter, first, last, delivered: figures.delivered, optOuts: figures.optOuts },
      madeAt: made_at.toISOString(),
      suggestions: suggestions.length,
      proofsHold: sample.checked === 0 ? null : sample.missing + sample.damaged === 0,
    }
  })
}

/** One review as it was made. @throws Problem `not_found` */
export async function getReview(ctx: Context, quarter: Quarter, language: Language): Promise<ReviewView> {
  const { facts: stored, made_at, digest } = await find(ctx, quarter)
  const facts = ReviewFacts.parse(stored)
  return {
    ...facts,
    madeAt: made_at.toISOString(),
    digest,
    topics: facts.topics.map(({ de, en, ...topic }) => ({ ...topic, name: language === 'de' ? de : en })),
    well: facts.well.map((each) => sentenceOf(each, language)),
    hurt: facts.hurt.map((each) => sentenceOf(each, language)),
    suggestions: facts.suggestions.map((each) => suggestionOf(each, language)),
  }
}

/** The document, byte for byte as it was made. @throws Problem `not_found` */
export async function reviewPdf(ctx: Context, quarter: Quarter, language: Language): Promise<Buffer> {
  const row = await find(ctx, quarter)
  return Buffer.from(language === 'de' ? row.pdf_de : row.pdf_en)
}

async function find(ctx: Context, quarter: Quarter) {
  requireRole(ctx, 'marketer', 'dpo')
  const row = await ctx.db
    .selectFrom('review')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Qualitätsbericht', en: 'This quality review' })
  return row
}
