import { sql } from 'kysely'
import { unitsOf } from '../costs/index.ts'
import type { Context } from '../platform/index.ts'
import { dearestPrices } from './budget.ts'
import { type PolicyNow, sendingPolicy } from './policy.ts'
import { UNRELEASED } from './ramp.ts'
import type { ReasonCode } from './reasons.ts'

const HELD_BY_BUDGET = ['budget_reached', 'budget_topic', 'budget_business'] satisfies ReasonCode[]
type HeldByBudget = (typeof HELD_BY_BUDGET)[number]

/**
 * Whether a running campaign waits for a budget in vain: the gate holds somebody back for it, and what is left pays for nobody who
 * waits, whatever the currency. A claim takes the cheapest first, so while one of them can be paid it goes on by itself.
 * @returns the code of the budget; null when none stands in its way
 */
export async function spentBudget(
  ctx: Context,
  campaign: { id: string; topicId: string | null },
): Promise<HeldByBudget | null> {
  const policy = await sendingPolicy(ctx)
  const left = leastLeft(policy, campaign)
  if (left === null) return null
  const priceOf = await dearestPrices(ctx)
  const paid = policy.places
    .map(({ country }) => country)
    .filter((country) => {
      const price = priceOf('marketing', country)
      return price !== null && unitsOf(price) <= left
    })
  if (paid.length === policy.places.length) return null
  const held = await heldFor(ctx, campaign.id)
  if (!held || (paid.length > 0 && (await waitsIn(ctx, campaign.id, paid)))) return null
  return held
}

/** What the tightest of the campaign's budgets leaves, as the last claim wrote it; null when that is not known, or there is none. */
function leastLeft(
  { budgets }: PolicyNow,
  { id, topicId }: { id: string; topicId: string | null },
): bigint | null {
  const rooms = budgets.flatMap(({ scope, id: budgetId, topicId: ofTopic, amount, known }) => {
    const own = scope === 'business' || (scope === 'topic' ? ofTopic === topicId : budgetId === id)
    // A budget that was changed since is counted anew by the next claim.
    return own && known && unitsOf(known.amount) === unitsOf(amount) ? [unitsOf(known.room)] : []
  })
  return rooms.sort((a, b) => (a < b ? -1 : 1))[0] ?? null
}

/** The code of the budget that the gate holds somebody of the campaign back for. */
async function heldFor(ctx: Context, campaignId: string): Promise<HeldByBudget | null> {
  const { rows } = await sql<{ reason: HeldByBudget }>`
    select m.reason from message_queue q join message m on m.business_id = ${ctx.businessId} and m.month = q.month and m.message_id = q.message_id
    where q.business_id = ${ctx.businessId} and q.campaign_id = ${campaignId} and q.epoch is null
      and m.reason = any(${[...HELD_BY_BUDGET]}::text[]) limit 1`.execute(ctx.db)
  return rows[0]?.reason ?? null
}

/** Whether somebody in one of these countries still waits; whose country nobody knows is in the business's own. */
async function waitsIn(ctx: Context, campaignId: string, countries: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from message_queue q
    join business b on b.business_id = ${ctx.businessId}
    join contact c on c.business_id = ${ctx.businessId} and c.contact_id = q.contact_id
    where q.business_id = ${ctx.businessId} and q.campaign_id = ${campaignId} and q.epoch is null and q.not_before < ${UNRELEASED}
      and coalesce(c.country, b.country)::text = any(${[...countries]}::text[]) limit 1`.execute(ctx.db)
  return rows.length > 0
}
