import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { type ConsentVerdict, checkConsent } from '../proof/index.ts'

/** How many proofs are looked at anew each quarter (C-69). */
const SAMPLE_SIZE = 20

export const Sample = z.object({
  /** Consents in force when it was drawn. */
  of: z.number().int(),
  checked: z.number().int(),
  valid: z.number().int(),
  shredded: z.number().int(),
  unsealed: z.number().int(),
  missing: z.number().int(),
  damaged: z.number().int(),
})
export type Sample = z.infer<typeof Sample>

/**
 * Draws consents in force by a digest of the quarter, so that nobody chooses which, and checks each against the ledger as the
 * reader of its proof pack would. Keeps counts only.
 */
export async function checkSample(ctx: Context, quarter: string): Promise<Sample> {
  const { rows } = await sql<{ contactId: string; channelId: string; topicId: string }>`
    select contact_id as "contactId", channel_id as "channelId", topic_id as "topicId" from consent
    where business_id = ${ctx.businessId} and state = 'confirmed'
    order by sha256(convert_to(${quarter} || contact_id::text || channel_id::text || topic_id::text, 'utf8')) limit ${SAMPLE_SIZE}`.execute(
    ctx.db,
  )
  const { rows: total } = await sql<{ of: number }>`select count(*)::int as of from consent
    where business_id = ${ctx.businessId} and state = 'confirmed'`.execute(ctx.db)
  const verdicts: Record<ConsentVerdict, number> = {
    valid: 0,
    shredded: 0,
    unsealed: 0,
    missing: 0,
    damaged: 0,
  }
  for (const { contactId, ...consent } of rows) verdicts[await checkConsent(ctx, contactId, consent)]++
  return { of: total[0]?.of ?? 0, checked: rows.length, ...verdicts }
}
