import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getTopic } from '../consent/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import type { ProofSpan } from './retain-until.ts'

/** How long proof is kept, and how; the defaults are those of C-44, which counsel should look at. */
export const PrivacySettings = z.object({
  /** Whole years, to the end of the year. */
  proofYears: z.number().int().min(0).max(10),
  /** Years to the day where the wording also covers calls (§ 7a (2) UWG). */
  callsYears: z.number().int().min(5).max(10),
  /** Topics whose wording also covers calls. */
  callsTopics: z.array(z.uuid()).max(200),
  /** Erasures destroy the proof at once instead of keeping it in the restricted vault. */
  shredAtOnce: z.boolean(),
})
export type PrivacySettings = z.infer<typeof PrivacySettings>

export const UpdateSettingsInput = PrivacySettings.partial()

const DEFAULTS: PrivacySettings = { proofYears: 3, callsYears: 5, callsTopics: [], shredAtOnce: false }

/** What the business decided, without asking who asks; for verbs of this feature. */
export async function readSettings(ctx: Pick<Context, 'db' | 'businessId'>): Promise<PrivacySettings> {
  const row = await ctx.db
    .selectFrom('privacy_setting')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  if (!row) return DEFAULTS
  return {
    proofYears: row.proof_years,
    callsYears: row.calls_years,
    callsTopics: row.calls_topics,
    shredAtOnce: row.shred_at_once,
  }
}

/** How long the proof of consents to these topics is kept. */
export function spanOf(settings: PrivacySettings, topicIds: readonly (string | null)[]): ProofSpan {
  const calls = topicIds.some((topicId) => topicId !== null && settings.callsTopics.includes(topicId))
  return { years: settings.proofYears, callsYears: calls ? settings.callsYears : null }
}

export async function getPrivacySettings(ctx: Context): Promise<PrivacySettings> {
  requireRole(ctx, 'dpo')
  return readSettings(ctx)
}

/** Changes them for what is erased or ends from now on; what is in the vault already keeps its date. */
export async function updatePrivacySettings(
  ctx: Context,
  input: z.input<typeof UpdateSettingsInput>,
): Promise<PrivacySettings> {
  requireRole(ctx, 'dpo')
  const changes = UpdateSettingsInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    for (const topicId of changes.callsTopics ?? []) await getTopic(tx, topicId)
    const before = await readSettings(tx)
    const after = { ...before, ...changes }
    const values = {
      proof_years: after.proofYears,
      calls_years: after.callsYears,
      calls_topics: after.callsTopics,
      shred_at_once: after.shredAtOnce,
      updated_at: tx.clock.now(),
    }
    await tx.db
      .insertInto('privacy_setting')
      .values({ business_id: tx.businessId, ...values })
      .onConflict((conflict) => conflict.column('business_id').doUpdateSet(values))
      .execute()
    await recordAudit(tx, {
      action: 'privacy.update_settings',
      entity: 'business',
      entityId: tx.businessId,
      before,
      after,
    })
    return after
  })
}
