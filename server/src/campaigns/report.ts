import { sql } from 'kysely'
import { z } from 'zod'
import { reasonTitle } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { errorTitle } from '../whatsapp/index.ts'
import { countMessages, findCampaign, type MessageCounts, OPEN_STATES } from './campaign.ts'
import { exclusionsOf } from './progress.ts'

const Reckoned = z.object({ reason: z.string(), title: z.string(), count: z.number().int() })

export const CampaignReport = z.object({
  funnel: z.object({
    candidates: z.number().int(),
    excluded: z.number().int(),
    accepted: z.number().int(),
    sent: z.number().int(),
    delivered: z.number().int(),
    read: z.number().int(),
  }),
  failed: z.array(z.object({ code: z.string(), title: z.string(), count: z.number().int() })),
  withheld: z.array(Reckoned),
  excluded: z.array(Reckoned),
  /** People who withdrew within 72 hours after they got it, and before any later campaign reached them. */
  optOuts: z.number().int(),
  cost: z.object({ booked: z.number(), estimated: z.number(), currency: z.string() }),
  /** By hour, over the first 72 hours. */
  timeline: z.array(
    z.object({
      at: z.iso.datetime(),
      delivered: z.number().int(),
      read: z.number().int(),
      optOuts: z.number().int(),
    }),
  ),
  /** Candidates = messages + exclusions, and nothing open once it has finished (G3). */
  closes: z.boolean(),
})
export type CampaignReport = z.infer<typeof CampaignReport>

/** What a campaign did, counted from its rows at this moment. @throws Problem `not_found` */
export async function campaignReport(
  ctx: Context,
  campaignId: string,
  language: Language,
): Promise<CampaignReport> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const row = await findCampaign(ctx, campaignId)
  const states = (await countMessages(ctx, [campaignId])).get(campaignId) ?? {}
  const exclusions = await exclusionsOf(ctx, campaignId)
  const totals = await totalsOf(ctx, campaignId)
  const optOuts = await optOutsOf(ctx, campaignId)
  const candidates = row.candidates ?? 0
  const excluded = sumOf(exclusions)
  const titled = (reasons: Record<string, number>) =>
    Object.entries(reasons)
      .map(([reason, count]) => ({ reason, title: reasonTitle(reason, language), count }))
      .sort((a, b) => b.count - a.count)
  return {
    funnel: {
      candidates,
      excluded,
      accepted: totals.accepted,
      sent: totals.sent,
      delivered: totals.delivered,
      read: totals.read,
    },
    failed: await failuresOf(ctx, campaignId, language),
    withheld: titled(await withheldOf(ctx, campaignId)),
    excluded: titled(exclusions),
    optOuts: optOuts.reduce((sum, hour) => sum + hour.count, 0),
    cost: { booked: Number(totals.cost), estimated: Number(row.estimate ?? 0), currency: 'EUR' },
    timeline: await timelineOf(ctx, campaignId, optOuts),
    closes: closes(candidates, states, excluded, row.state === 'finished' || row.state === 'cancelled'),
  }
}

/** The accounting of G3. After the end no message may be left that could still be sent. */
export function closes(candidates: number, states: MessageCounts, excluded: number, ended: boolean): boolean {
  const open = ended ? OPEN_STATES.slice(0, 2).some((state) => (states[state] ?? 0) > 0) : false
  return candidates === sumOf(states) + excluded && !open
}

function sumOf(counts: Record<string, number | undefined>): number {
  return Object.values(counts).reduce((sum: number, count) => sum + (count ?? 0), 0)
}

interface Totals {
  accepted: number
  sent: number
  delivered: number
  read: number
  cost: string
}

/** Each step counts everybody who came at least that far: who read it has also got it. */
async function totalsOf(ctx: Context, campaignId: string): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*) filter (where accepted_at is not null or state in ('sent', 'delivered', 'read'))::int as accepted,
      count(*) filter (where sent_at is not null or state in ('sent', 'delivered', 'read'))::int as sent,
      count(*) filter (where delivered_at is not null or state in ('delivered', 'read'))::int as delivered,
      count(*) filter (where read_at is not null or state = 'read')::int as read,
      coalesce(sum(cost), 0)::text as cost
    from message where business_id = ${ctx.businessId} and campaign_id = ${campaignId}`.execute(ctx.db)
  return rows[0] ?? { accepted: 0, sent: 0, delivered: 0, read: 0, cost: '0' }
}

async function failuresOf(
  ctx: Context,
  campaignId: string,
  language: Language,
): Promise<CampaignReport['failed']> {
  const rows = await ctx.db
    .selectFrom('message')
    .select(['error_code', 'reason', sql<number>`count(*)::int`.as('count')])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'failed')
    .groupBy(['error_code', 'reason'])
    .orderBy('count', 'desc')
    .execute()
  return rows.map((row) => ({ ...failure(row, language), count: row.count }))
}

/** Code and short name of a failure: Meta's error, or our own reason where there was none. */
export function failure(
  row: { error_code: number | null; reason: string | null },
  language: Language,
): { code: string; title: string } {
  if (row.error_code !== null)
    return { code: String(row.error_code), title: errorTitle(row.error_code)[language] }
  const code = row.reason ?? 'outcome_unknown'
  return { code, title: reasonTitle(code, language) }
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

interface Hour {
  hour: Date
  count: number
}

/** Withdrawals that followed this campaign, by the hour. One person counts once. */
async function optOutsOf(ctx: Context, campaignId: string): Promise<Hour[]> {
  const { rows } = await sql<Hour>`
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
  return rows
}

async function timelineOf(
  ctx: Context,
  campaignId: string,
  optOuts: Hour[],
): Promise<CampaignReport['timeline']> {
  const { rows } = await sql<{ hour: Date; delivered: number; read: number }>`
    select hour, sum(delivered)::int as delivered, sum(read)::int as read from (
      select date_trunc('hour', coalesce(delivered_at, read_at)) as hour, 1 as delivered, 0 as read from message
        where business_id = ${ctx.businessId} and campaign_id = ${campaignId} and (delivered_at is not null or read_at is not null)
      union all
      select date_trunc('hour', read_at), 0, 1 from message
        where business_id = ${ctx.businessId} and campaign_id = ${campaignId} and read_at is not null) steps
    group by hour order by hour limit 72`.execute(ctx.db)
  const hours = new Map<string, CampaignReport['timeline'][number]>()
  const at = (hour: Date) => {
    const key = hour.toISOString()
    const known = hours.get(key) ?? { at: key, delivered: 0, read: 0, optOuts: 0 }
    hours.set(key, known)
    return known
  }
  for (const row of rows) Object.assign(at(row.hour), { delivered: row.delivered, read: row.read })
  for (const row of optOuts) at(row.hour).optOuts = row.count
  return [...hours.values()].sort((a, b) => a.at.localeCompare(b.at)).slice(0, 72)
}
