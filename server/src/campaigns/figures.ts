import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { countMessages, MESSAGE_STATES } from './campaign.ts'
import { exclusionsOf } from './progress.ts'

const Count = z.number().int()

/** Everything a report says, in counters: who got what is not in it. Hours are ISO times. */
const CampaignFigures = z.object({
  states: z.partialRecord(z.enum(MESSAGE_STATES), Count),
  exclusions: z.record(z.string(), Count),
  totals: z.object({ accepted: Count, sent: Count, delivered: Count, read: Count, cost: z.string() }),
  failures: z.array(
    z.object({ error_code: z.number().int().nullable(), reason: z.string().nullable(), count: Count }),
  ),
  withheld: z.record(z.string(), Count),
  optOuts: z.array(z.object({ hour: z.iso.datetime(), count: Count })),
  timeline: z.array(z.object({ hour: z.iso.datetime(), delivered: Count, read: Count })),
})
export type CampaignFigures = z.infer<typeof CampaignFigures>

/** The figures as they were stored when the rows went, or counted from the rows at this moment. */
export async function figuresOf(ctx: Context, campaignId: string): Promise<CampaignFigures> {
  return (await storedFigures(ctx, campaignId)) ?? countFigures(ctx, campaignId)
}

async function storedFigures(ctx: Context, campaignId: string): Promise<CampaignFigures | undefined> {
  const row = await ctx.db
    .selectFrom('campaign_figures')
    .select('figures')
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  return row && CampaignFigures.parse(row.figures)
}

/**
 * Keeps the figures of every campaign that was launched before `before` and has nothing left to send, before its rows are
 * dropped. What was kept once stays as it was.
 */
export async function keepFigures(tx: Context, before: Date): Promise<void> {
  const campaigns = await tx.db
    .selectFrom('campaign')
    .select('campaign_id')
    .where('business_id', '=', tx.businessId)
    .where('launched_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('campaign_figures')
            .select('campaign_figures.campaign_id')
            .where('campaign_figures.business_id', '=', tx.businessId)
            .whereRef('campaign_figures.campaign_id', '=', 'campaign.campaign_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('message_queue')
            .select('message_queue.message_id')
            .where('message_queue.business_id', '=', tx.businessId)
            .whereRef('message_queue.campaign_id', '=', 'campaign.campaign_id'),
        ),
      ),
    )
    .execute()
  for (const { campaign_id } of campaigns) {
    const figures = await countFigures(tx, campaign_id)
    await tx.db
      .insertInto('campaign_figures')
      .values({
        business_id: tx.businessId,
        campaign_id,
        figures: JSON.stringify(figures),
        stored_at: tx.clock.now(),
      })
      .execute()
  }
}

async function countFigures(ctx: Context, campaignId: string): Promise<CampaignFigures> {
  return {
    states: (await countMessages(ctx, [campaignId])).get(campaignId) ?? {},
    exclusions: await exclusionsOf(ctx, campaignId),
    totals: await totalsOf(ctx, campaignId),
    failures: await failuresOf(ctx, campaignId),
    withheld: await withheldOf(ctx, campaignId),
    optOuts: await optOutsOf(ctx, campaignId),
    timeline: await timelineOf(ctx, campaignId),
  }
}

/** Each step counts everybody who came at least that far: who read it has also got it. */
async function totalsOf(ctx: Context, campaignId: string): Promise<CampaignFigures['totals']> {
  const { rows } = await sql<CampaignFigures['totals']>`
    select count(*) filter (where accepted_at is not null or state in ('sent', 'delivered', 'read'))::int as accepted,
      count(*) filter (where sent_at is not null or state in ('sent', 'delivered', 'read'))::int as sent,
      count(*) filter (where delivered_at is not null or state in ('delivered', 'read'))::int as delivered,
      count(*) filter (where read_at is not null or state = 'read')::int as read,
      coalesce(sum(cost), 0)::text as cost
    from message where business_id = ${ctx.businessId} and campaign_id = ${campaignId}`.execute(ctx.db)
  return rows[0] ?? { accepted: 0, sent: 0, delivered: 0, read: 0, cost: '0' }
}

async function failuresOf(ctx: Context, campaignId: string): Promise<CampaignFigures['failures']> {
  return ctx.db
    .selectFrom('message')
    .select(['error_code', 'reason', sql<number>`count(*)::int`.as('count')])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'failed')
    .groupBy(['error_code', 'reason'])
    .orderBy('count', 'desc')
    .execute()
}

async function withheldOf(ctx: Context, campaignId: string): Promise<Record<string, number>> {
  const rows = await ctx.db
    .selectFrom('message')
    .select(['reason', sql<number>`count(*)::int`.as('count')])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'withheld')
    .groupBy('reason')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.reason ?? '', row.count]))
}

/** Withdrawals that followed this campaign, by the hour. One person counts once. */
async function optOutsOf(ctx: Context, campaignId: string): Promise<CampaignFigures['optOuts']> {
  const { rows } = await sql<{ hour: Date; count: number }>`
    select date_trunc('hour', first.at) as hour, count(*)::int as count from (
      select e.contact_id, min(e.at) as at
      from message m join consent_event e on e.business_id = m.business_id and e.contact_id = m.contact_id
        and e.type = 'withdrawn'
        and e.at >= coalesce(m.accepted_at, m.sent_at) and e.at <= coalesce(m.delivered_at, m.accepted_at) + interval '72 hours'
      where m.business_id = ${ctx.businessId} and m.campaign_id = ${campaignId} and m.accepted_at is not null
        and not exists (select 1 from message later where later.business_id = m.business_id
          and later.contact_id = m.contact_id and later.campaign_id <> m.campaign_id
          and later.accepted_at > m.accepted_at and later.accepted_at <= e.at)
      group by e.contact_id) first
    group by 1 order by 1`.execute(ctx.db)
  return rows.map(({ hour, count }) => ({ hour: hour.toISOString(), count }))
}

/** By hour, over the first 72 hours in which anything happened. */
async function timelineOf(ctx: Context, campaignId: string): Promise<CampaignFigures['timeline']> {
  const { rows } = await sql<{ hour: Date; delivered: number; read: number }>`
    select hour, sum(delivered)::int as delivered, sum(read)::int as read from (
      select date_trunc('hour', coalesce(delivered_at, read_at)) as hour, 1 as delivered, 0 as read from message
        where business_id = ${ctx.businessId} and campaign_id = ${campaignId} and (delivered_at is not null or read_at is not null)
      union all
      select date_trunc('hour', read_at), 0, 1 from message
        where business_id = ${ctx.businessId} and campaign_id = ${campaignId} and read_at is not null) steps
    group by hour order by hour limit 72`.execute(ctx.db)
  return rows.map((row) => ({ ...row, hour: row.hour.toISOString() }))
}
