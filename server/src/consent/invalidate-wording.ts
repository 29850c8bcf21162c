import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { endConsents } from './end-consents.ts'
import { wordingInvalidated } from './hooks.ts'
import { topicName, topicsById } from './read.ts'
import { SentUnder, sentUnder } from './sent-under.ts'

export const InvalidateInput = z.object({ reason: z.string().trim().min(10).max(500) })

const InvalidationReport = z.object({
  /** Consents that ended, in all and by the state they had. */
  consents: z.number().int(),
  byState: z.record(z.string(), z.number().int()),
  /** Marketing that was still waiting and was taken down. */
  withheld: z.number().int(),
  sent: SentUnder,
})
type InvalidationReport = z.infer<typeof InvalidationReport>

export const Invalidation = InvalidationReport.extend({
  wordingId: z.uuid(),
  at: z.iso.datetime(),
  reason: z.string(),
})
type Invalidation = z.infer<typeof Invalidation>

/**
 * A published text turned out to be defective: every consent to it ends at once, what is queued under it is withheld, nobody
 * can sign up with it any more, and a report says what was sent under it. Whoever should get marketing again has to say yes
 * to a new text; nothing brings these consents back.
 * @throws Problem `not_found`, `wording_invalid` when it was invalidated before
 */
export async function invalidateWording(
  ctx: Context,
  wordingId: string,
  input: z.input<typeof InvalidateInput>,
): Promise<Invalidation> {
  requireRole(ctx, 'dpo')
  const { reason } = InvalidateInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const wording = await tx.db
      .selectFrom('wording')
      .select(['topic_id', 'version', 'language', 'retired_at', 'invalidated_at'])
      .where('business_id', '=', tx.businessId)
      .where('wording_id', '=', wordingId)
      .forUpdate()
      .executeTakeFirst()
    if (!wording) throw notFound({ de: 'Dieser Text', en: 'This text' })
    if (wording.invalidated_at) {
      throw new Problem('conflict', 'wording_invalid', {
        de: 'Dieser Text wurde schon für ungültig erklärt.',
        en: 'This text was declared invalid before.',
      })
    }
    const at = tx.clock.now()
    await tx.db
      .updateTable('wording')
      .set({ invalidated_at: at, retired_at: wording.retired_at ?? at })
      .where('business_id', '=', tx.businessId)
      .where('wording_id', '=', wordingId)
      .execute()
    const withheld = await waitingUnder(tx, wordingId)
    const byState = await endConsents(tx, {
      wordingIds: [wordingId],
      event: 'defect_found',
      type: 'invalidated',
      evidence: { how: 'wording_invalid', wordingId, version: wording.version },
    })
    const consents = Object.values(byState).reduce((sum, count) => sum + count, 0)
    const report: InvalidationReport = { consents, byState, withheld, sent: await sentUnder(tx, wordingId) }
    await tx.db
      .insertInto('wording_invalidation')
      .values({
        business_id: tx.businessId,
        wording_id: wordingId,
        at,
        reason,
        report: JSON.stringify(report),
      })
      .execute()
    const topic = topicName((await topicsById(tx)).get(wording.topic_id), 'de')
    await tx.hooks.run(wordingInvalidated, tx, {
      wordingId,
      topic,
      version: wording.version,
      language: wording.language,
      consents,
      messages: report.sent.messages,
    })
    await recordAudit(tx, {
      action: 'wording.invalidate',
      entity: 'wording',
      entityId: wordingId,
      after: { reason, consents, withheld, sent: report.sent.messages },
    })
    return { wordingId, at: at.toISOString(), reason, ...report }
  })
}

/** Marketing that waits on the strength of the wording and has not started. */
async function waitingUnder(tx: Context, wordingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from consent c
    join message_queue q on q.business_id = c.business_id and q.contact_id = c.contact_id and q.channel_id = c.channel_id
    join message m on m.business_id = q.business_id and m.month = q.month and m.message_id = q.message_id
      and m.topic_id = c.topic_id and m.category = 'marketing' and m.state = 'queued'
    where c.business_id = ${tx.businessId} and c.wording_id = ${wordingId} and c.state = 'confirmed'`.execute(
    tx.db,
  )
  return rows[0]?.count ?? 0
}

/** What a wording's end meant, as it was reported then. @throws Problem `not_found` */
export async function getInvalidation(ctx: Context, wordingId: string): Promise<Invalidation> {
  requireRole(ctx, 'marketer', 'dpo')
  const row = await ctx.db
    .selectFrom('wording_invalidation')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('wording_id', '=', wordingId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Dieser Bericht', en: 'This report' })
  return {
    wordingId,
    at: row.at.toISOString(),
    reason: row.reason,
    ...InvalidationReport.parse(row.report),
  }
}
