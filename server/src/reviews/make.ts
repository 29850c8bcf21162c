import { createHash } from 'node:crypto'
import { canonical } from '@jawort/ledger'
import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { dayOf } from '../insights/index.ts'
import { ledgerHead } from '../ledger/index.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { notify } from '../standing/index.ts'
import { type Counted, ReviewFacts } from './facts.ts'
import { campaignsOf, figuresOf, frequencyOf, incidentsOf, requestsOf, topicsOf } from './figures.ts'
import { wentWell, whatHurt } from './judge.ts'
import { printReview } from './print.ts'
import { daysOf, type Quarter, quarterBefore, quarterOf } from './quarter.ts'
import { checkSample } from './sample.ts'
import { suggest } from './suggest.ts'

export const makeReviewsJob: Job<Record<string, never>> = {
  name: 'reviews.make',
  schema: z.object({}).strict(),
  cron: '20 3 * * *',
}

/**
 * Makes the review of the quarter that is over, for every business that was there in it and has none yet (C-69): on the first
 * night of a quarter, or later when nothing ran then. One that fails does not hold up the others.
 */
export async function makeReviews(runtime: Runtime): Promise<void> {
  const rows = await runtime.db
    .selectFrom('business')
    .select(['business_id', 'time_zone', 'created_at'])
    .orderBy('business_id')
    .execute()
  for (const { business_id, time_zone, created_at } of rows) {
    const quarter = quarterBefore(quarterOf(dayOf(runtime.clock.now(), time_zone)))
    if (dayOf(created_at, time_zone) > daysOf(quarter).last) continue
    const ctx = createContext(runtime, business_id, { kind: 'system', job: makeReviewsJob.name })
    try {
      if (!(await isMade(ctx, quarter))) await makeReview(ctx, quarter)
    } catch (error) {
      runtime.log.error({ err: error, businessId: business_id }, 'reviews.make.failed')
    }
  }
}

async function isMade(ctx: Context, quarter: Quarter): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('review')
    .select('quarter')
    .where('business_id', '=', ctx.businessId)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  return row !== undefined
}

/** Counts, checks the sample, prints, and keeps it all as it is now. */
async function makeReview(ctx: Context, quarter: Quarter): Promise<void> {
  const facts = await gather(ctx, quarter)
  const madeAt = ctx.clock.now()
  const [de, en] = [await printReview(ctx, facts, madeAt, 'de'), await printReview(ctx, facts, madeAt, 'en')]
  const stored = JSON.stringify(facts)
  // Of the canonical form: whoever reads the stored facts gets the same.
  const digest = createHash('sha256').update(canonical(facts)).digest('hex')
  await withTransaction(ctx, async (tx) => {
    const { rows } =
      await sql`insert into review (business_id, quarter, made_at, facts, pdf_de, pdf_en, digest)
      values (${tx.businessId}, ${quarter}, ${madeAt}, ${stored}::jsonb, ${de}, ${en}, ${digest})
      on conflict do nothing returning quarter`.execute(tx.db)
    if (rows.length === 0) return
    await recordAudit(tx, {
      action: 'review.make',
      entity: 'review',
      entityId: quarter,
      after: { digest, checked: facts.sample.checked, holds: facts.sample.valid + facts.sample.shredded },
    })
    await notify(tx, {
      kind: 'review.ready',
      severity: 'info',
      entity: 'review',
      entityId: quarter,
      data: { quarter },
    })
  })
}

async function gather(ctx: Context, quarter: Quarter): Promise<ReviewFacts> {
  const { timeZone } = await getBusiness(ctx)
  const span = { ...daysOf(quarter), timeZone }
  const { size, note, publicKey, lastCheckpointAt } = await ledgerHead(ctx)
  const counted: Counted = {
    quarter,
    first: span.first,
    last: span.last,
    figures: await figuresOf(ctx, span),
    before: await figuresOf(ctx, { ...daysOf(quarterBefore(quarter)), timeZone }),
    frequency: await frequencyOf(ctx, span),
    campaigns: await campaignsOf(ctx, span),
    topics: await topicsOf(ctx, span),
    requests: await requestsOf(ctx, span),
    ...(await incidentsOf(ctx, span)),
    sample: await checkSample(ctx, quarter),
    ledger: { size, note, publicKey, signedAt: lastCheckpointAt },
  }
  return ReviewFacts.parse({
    ...counted,
    well: wentWell(counted),
    hurt: whatHurt(counted),
    suggestions: suggest(counted),
  })
}
