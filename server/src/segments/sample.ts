import { sql } from 'kysely'
import type { z } from 'zod'
import { type ContactRow, contactRows } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { checkRules } from './check-rules.ts'
import { rulesCondition } from './condition.ts'
import { RulesInput } from './count.ts'

const SIZE = 10

/** The ten newest people the rules hold now, opened. @throws Problem `special_category`, `invalid_rules` */
export async function sampleSegment(ctx: Context, input: z.input<typeof RulesInput>): Promise<ContactRow[]> {
  requireRole(ctx, 'marketer')
  const { rules } = RulesInput.parse(input)
  await checkRules(ctx, rules)
  const { rows } = await sql<{ contact_id: string }>`
    select contact.contact_id from contact where ${rulesCondition(ctx, rules)}
    order by contact.created_at desc, contact.contact_id desc limit ${SIZE}`.execute(ctx.db)
  return contactRows(
    ctx,
    rows.map((row) => row.contact_id),
  )
}
