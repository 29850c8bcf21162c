import { recordAudit } from '../audit/index.ts'
import { consentChanged } from '../consent/index.ts'
import { type Context, DAY, withTransaction } from '../platform/index.ts'
import type { Visit } from './link.ts'
import type { PAUSES } from './policy.ts'

/** Until when a person wants no marketing; null when they did not ask for a pause, or it is over. */
export async function pausedUntil(ctx: Context, contactId: string): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('marketing_pause')
    .select('until')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('until', '>', ctx.clock.now())
    .executeTakeFirst()
  return row?.until ?? null
}

/**
 * No marketing for some days, counted from now; consents stay. Asked for again, the new end counts.
 * @returns when it goes on
 */
export async function pauseMarketing(
  { ctx, contactId }: Visit,
  days: (typeof PAUSES)[number],
): Promise<Date> {
  return withTransaction(ctx, async (tx) => {
    const since = tx.clock.now()
    const until = new Date(since.getTime() + days * DAY)
    await tx.db
      .insertInto('marketing_pause')
      .values({ business_id: tx.businessId, contact_id: contactId, since, until })
      .onConflict((conflict) => conflict.columns(['business_id', 'contact_id']).doUpdateSet({ since, until }))
      .execute()
    await tell(tx, contactId, 'contact.pause', { until: until.toISOString() })
    return until
  })
}

/** Ends the pause; what was withheld meanwhile stays so. */
export async function endPause({ ctx, contactId }: Visit): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { numDeletedRows } = await tx.db
      .deleteFrom('marketing_pause')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await tell(tx, contactId, 'contact.resume', {})
  })
}

async function tell(
  tx: Context,
  contactId: string,
  action: 'contact.pause' | 'contact.resume',
  after: Record<string, string>,
): Promise<void> {
  await recordAudit(tx, { action, entity: 'contact', entityId: contactId, after })
  await tx.hooks.run(consentChanged, tx, { contactId })
}
