import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'

export const MarketingHold = z.object({
  channelId: z.uuid(),
  /** `account`: Meta restricted or closed the account, or cannot be paid. */
  reason: z.enum(['quality', 'spam', 'account']),
  since: z.iso.datetime(),
  /** Nobody can lift it before. */
  until: z.iso.datetime().nullable(),
})
export type MarketingHold = z.infer<typeof MarketingHold>

/** Lets all marketing of a number rest until a person goes on with a reason (C-65); a longer rest stays. */
export async function holdMarketing(
  tx: Context,
  { channelId, reason, until }: { channelId: string; reason: MarketingHold['reason']; until: Date | null },
): Promise<void> {
  const since = tx.clock.now()
  const before = await tx.db
    .selectFrom('marketing_hold')
    .select('reason')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  await tx.db
    .insertInto('marketing_hold')
    .values({ business_id: tx.businessId, channel_id: channelId, reason, since, until })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'channel_id']).doUpdateSet((eb) => ({
        reason: eb.ref('excluded.reason'),
        until: eb.fn('greatest', ['marketing_hold.until', 'excluded.until']),
      })),
    )
    .execute()
  if (before?.reason === reason) return
  await recordAudit(tx, {
    action: 'channel.hold',
    entity: 'channel',
    entityId: channelId,
    after: { reason, until: until?.toISOString() ?? null },
  })
}

/** The numbers whose marketing rests. */
export async function listMarketingHolds(ctx: Context): Promise<MarketingHold[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const rows = await ctx.db
    .selectFrom('marketing_hold')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('since')
    .execute()
  return rows.map((row) => ({
    channelId: row.channel_id,
    reason: row.reason,
    since: row.since.toISOString(),
    until: row.until?.toISOString() ?? null,
  }))
}

export async function findMarketingHold(
  ctx: Pick<Context, 'db' | 'businessId'>,
  channelId: string,
): Promise<{ until: Date | null; reason: MarketingHold['reason'] } | null> {
  const row = await ctx.db
    .selectFrom('marketing_hold')
    .select(['until', 'reason'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row ?? null
}

export const LiftInput = z.object({ reason: z.string().trim().min(3).max(200) })

/**
 * Marketing of the number may go on; its campaigns stay paused until each is resumed.
 * @throws Problem `not_found`, `resume_too_early`
 */
export async function liftMarketingHold(
  ctx: Context,
  channelId: string,
  input: z.input<typeof LiftInput>,
): Promise<MarketingHold[]> {
  requireRole(ctx, 'marketer')
  const { reason } = LiftInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    await getChannel(tx, channelId)
    if (!(await liftHold(tx, channelId, reason))) throw notFound({ de: 'Diese Sperre', en: 'This hold' })
  })
  return listMarketingHolds(ctx)
}

/** The same in a caller's transaction. @returns whether there was a hold. @throws Problem `resume_too_early` */
export async function liftHold(tx: Context, channelId: string, reason: string): Promise<boolean> {
  const hold = await findMarketingHold(tx, channelId)
  if (!hold) return false
  expectOver(tx, hold.until)
  await tx.db
    .deleteFrom('marketing_hold')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .execute()
  await recordAudit(tx, {
    action: 'channel.lift_hold',
    entity: 'channel',
    entityId: channelId,
    after: { reason },
  })
  return true
}

/** @throws Problem `resume_too_early` while the rest that Meta asks for is not over */
export function expectOver(ctx: Pick<Context, 'clock'>, until: Date | null): void {
  if (!until || until <= ctx.clock.now()) return
  throw new Problem('conflict', 'resume_too_early', {
    de: `WhatsApp hat die Nummer wegen Spam-Verdacht gebremst. Weiter geht es frühestens am ${until.toLocaleString('de', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} (UTC).`,
    en: `WhatsApp has limited the number because of spam reports. Going on is possible from ${until.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} (UTC).`,
  })
}
