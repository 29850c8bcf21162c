import { sql } from 'kysely'
import { freezeAudience } from '../../server/src/dispatch/index.ts'
import { type Context, newId, withTransaction } from '../../server/src/platform/index.ts'
import type { Shop } from './shop.ts'

/**
 * A running campaign to everybody, frozen by the application's own code.
 * @param limit at most so many people, oldest first
 */
export async function seedCampaign(
  ctx: Context,
  shop: Shop,
  limit: number | null = null,
): Promise<{ campaignId: string; messages: number }> {
  const campaignId = newId()
  const now = ctx.clock.now()
  await ctx.db
    .insertInto('campaign')
    .values({
      business_id: shop.businessId,
      campaign_id: campaignId,
      name: 'Neues',
      channel_id: shop.channelId,
      topic_id: shop.topicId,
      template_id: shop.templateId,
      variables: JSON.stringify({ vorname: { from: 'first_name', fallback: 'du' } }),
      state: 'running',
      created_at: now,
      updated_at: now,
      launched_at: now,
      frozen_at: now,
    })
    .execute()
  const candidates = sql`select contact_id, country from contact where business_id = ${shop.businessId} order by contact_id limit ${limit}`
  const { channelId, topicId, templateId } = shop
  const frozen = await withTransaction(ctx, (tx) =>
    freezeAudience(tx, { campaignId, channelId, topicId, templateId, candidates }),
  )
  return { campaignId, messages: frozen.messages }
}

/** The business's rules: Jawort's own, or as many campaigns to the same people as one likes. */
export async function setPolicy(
  ctx: Context,
  { often, quietHours }: { often: boolean; quietHours: boolean },
): Promise<void> {
  await ctx.db
    .insertInto('sending_policy')
    .values({
      business_id: ctx.businessId,
      marketing_per_7_days: often ? 1000 : 1,
      marketing_per_30_days: often ? 1000 : 3,
      quiet_hours: quietHours,
      reason: 'a measurement',
      updated_at: ctx.clock.now(),
    })
    .execute()
}

/** What autovacuum would have done by the time a real campaign starts, and the load's own writes brought to disk. */
export async function settleDown(ctx: Context): Promise<void> {
  await sql`vacuum (analyze)`.execute(ctx.db)
  await sql`checkpoint`.execute(ctx.db)
}
