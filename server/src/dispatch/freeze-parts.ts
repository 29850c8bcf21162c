import { sql } from 'kysely'
import { z } from 'zod'
import { type Context, withTransaction } from '../platform/index.ts'
import { type Audience, type Frozen, freezeAudience } from './freeze-audience.ts'

/** People of the business, in the audience or not, that one transaction judges. */
const PART = 10_000

/** Divides everybody into parts of about `size` people by contact id; the last one takes whoever comes meanwhile. */
export async function planParts(tx: Context, campaignId: string, size = PART): Promise<void> {
  await sql`
    with ends as (
      select contact_id, row_number() over (order by contact_id) as part from (
        select contact_id, row_number() over (order by contact_id) as nth from contact where business_id = ${tx.businessId}) numbered
      where nth % ${size}::int = 0),
    parts as (select part, contact_id as up_to from ends union all select coalesce(max(part), 0) + 1, null from ends)
    insert into campaign_part (business_id, campaign_id, part, after_id, up_to_id)
    select ${tx.businessId}::uuid, ${campaignId}::uuid, part, lag(up_to) over (order by part), up_to from parts`.execute(
    tx.db,
  )
}

interface Part {
  part: number
  after: string | null
  upTo: string | null
}

/**
 * Freezes the next part that nobody else works on, in one transaction of its own; whatever happens, a part is written as a
 * whole or not at all, once. The sets of the gate are joined, and none is read again for each person: where a part's range lies at the
 * edge of its statistics the planner expects a single person, and what takes a moment for one takes minutes for ten thousand.
 * @param wanted asked under the part's lock: whether the campaign is still to be frozen
 * @returns false when there was no part to do
 */
export async function freezePart(
  ctx: Context,
  audience: Audience & {
    campaignId: string
    firstShare: number | null
    launchedAt: Date
    wanted: (tx: Context) => Promise<boolean>
  },
): Promise<boolean> {
  return withTransaction(ctx, async (tx) => {
    const { campaignId, wanted } = audience
    await sql`set local enable_nestloop = off`.execute(tx.db)
    const { rows } = await sql<Part>`
      select part, after_id as after, up_to_id as "upTo" from campaign_part
      where business_id = ${tx.businessId} and campaign_id = ${campaignId} and done_at is null
      order by part limit 1 for update skip locked`.execute(tx.db)
    const [next] = rows
    if (!next || !(await wanted(tx))) return false
    const { part, after, upTo } = next
    const frozen = await freezeAudience(tx, {
      ...audience,
      range: { after, upTo },
      before: (part - 1) * PART,
    })
    await tx.db
      .updateTable('campaign_part')
      .set({
        messages: frozen.messages,
        exclusions: frozen.exclusions,
        countries: JSON.stringify(frozen.countries),
        done_at: tx.clock.now(),
      })
      .where('business_id', '=', tx.businessId)
      .where('campaign_id', '=', campaignId)
      .where('part', '=', part)
      .execute()
    return true
  })
}

const Countries = z.record(z.string(), z.number().int())

/** What is frozen so far, and how many parts are left. */
export async function frozenSoFar(
  ctx: Pick<Context, 'db' | 'businessId'>,
  campaignId: string,
): Promise<Frozen & { left: number; lastAt: Date | null }> {
  const rows = await ctx.db
    .selectFrom('campaign_part')
    .select(['messages', 'exclusions', 'countries', 'done_at'])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .execute()
  const sum = { messages: 0, exclusions: 0, countries: {} as Record<string, number>, left: 0 }
  let lastAt: Date | null = null
  for (const row of rows) {
    sum.messages += row.messages
    sum.exclusions += row.exclusions
    if (row.done_at === null) sum.left++
    else if (lastAt === null || row.done_at > lastAt) lastAt = row.done_at
    for (const [country, people] of Object.entries(Countries.parse(row.countries)))
      sum.countries[country] = (sum.countries[country] ?? 0) + people
  }
  return { ...sum, lastAt }
}

/** Waits for the parts that are being written, and forgets all of them: what they became stands in their rows. @returns the sums */
export async function endParts(tx: Context, campaignId: string): Promise<Frozen> {
  await sql`select 1 from campaign_part where business_id = ${tx.businessId} and campaign_id = ${campaignId}
    order by part for update`.execute(tx.db)
  const sums = await frozenSoFar(tx, campaignId)
  await tx.db
    .deleteFrom('campaign_part')
    .where('business_id', '=', tx.businessId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return sums
}

/** A queue that has just grown by much is planned with figures from before; a few milliseconds mend that. */
export async function analyzeQueue({ db }: Pick<Context, 'db'>): Promise<void> {
  await sql`analyze message_queue`.execute(db)
}
