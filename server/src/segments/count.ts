import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { checkRules } from './check-rules.ts'
import { rulesCondition } from './condition.ts'
import { Rules } from './rules.ts'

/** Counting stops here: "10,000+" is enough while rules are being tried, and keeps the count fast on any size. */
const CAP = 10_000

export const RulesInput = z.object({ rules: Rules })

export const SegmentCount = z.object({
  count: z.number().int(),
  /** True when there are more than `count`. */
  capped: z.boolean(),
  /** People among those counted who said yes, by topic id; without those whose processing is restricted. */
  confirmedByTopic: z.record(z.string(), z.number().int()),
})

/** How many people the rules hold now. @throws Problem `special_category`, `invalid_rules` */
export async function countSegment(
  ctx: Context,
  input: z.input<typeof RulesInput>,
): Promise<z.infer<typeof SegmentCount>> {
  requireRole(ctx, 'marketer')
  const { rules } = RulesInput.parse(input)
  await checkRules(ctx, rules)
  const { rows } = await sql<{ topic_id: string | null; people: number }>`
    with matched as materialized (
      select contact.contact_id, contact.restricted_at from contact where ${rulesCondition(ctx, rules)} limit ${CAP + 1})
    select null::uuid as topic_id, count(*)::int as people from matched
    union all
    select consent.topic_id, count(distinct consent.contact_id)::int from matched
    join consent on consent.business_id = ${ctx.businessId} and consent.contact_id = matched.contact_id
    where consent.state = 'confirmed' and matched.restricted_at is null group by consent.topic_id`.execute(
    ctx.db,
  )
  const found = rows.find((row) => row.topic_id === null)?.people ?? 0
  return {
    count: Math.min(found, CAP),
    capped: found > CAP,
    confirmedByTopic: Object.fromEntries(
      rows.flatMap((row) => (row.topic_id ? [[row.topic_id, row.people]] : [])),
    ),
  }
}
