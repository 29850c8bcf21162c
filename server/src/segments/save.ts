import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { checkRules } from './check-rules.ts'
import { Rules } from './rules.ts'
import { findSegment, type Segment } from './segment.ts'
import { changeSegment, insertSegment } from './store.ts'

export const CreateSegmentInput = z.object({ name: z.string().trim().min(1).max(100), rules: Rules })
export const UpdateSegmentInput = CreateSegmentInput.partial()

/** @throws Problem `special_category` (C-23), `invalid_rules` */
export async function createSegment(
  ctx: Context,
  input: z.input<typeof CreateSegmentInput>,
): Promise<Segment> {
  requireRole(ctx, 'marketer')
  const { name, rules } = CreateSegmentInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    await checkRules(tx, rules)
    const segmentId = await insertSegment(tx, name, rules)
    await recordAudit(tx, {
      action: 'segment.create',
      entity: 'segment',
      entityId: segmentId,
      after: { name, rules },
    })
    return findSegment(tx, segmentId)
  })
}

/** Campaigns that are already launched keep the people they froze. @throws Problem `not_found`, `special_category`, `invalid_rules` */
export async function updateSegment(
  ctx: Context,
  segmentId: string,
  input: z.input<typeof UpdateSegmentInput>,
): Promise<Segment> {
  requireRole(ctx, 'marketer')
  const { name, rules } = UpdateSegmentInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await findSegment(tx, segmentId)
    if (rules) await checkRules(tx, rules)
    await changeSegment(tx, segmentId, {
      ...(name ? { name } : {}),
      ...(rules ? { rules: JSON.stringify(rules) } : {}),
    })
    const after = await findSegment(tx, segmentId)
    await recordAudit(tx, {
      action: 'segment.update',
      entity: 'segment',
      entityId: segmentId,
      before: { name: before.name, rules: before.rules },
      after: { name: after.name, rules: after.rules },
    })
    return after
  })
}

/** Takes a segment out of the lists; campaigns that used it keep naming it. @throws Problem `not_found` */
export async function deleteSegment(ctx: Context, segmentId: string): Promise<void> {
  requireRole(ctx, 'marketer')
  await withTransaction(ctx, async (tx) => {
    const before = await findSegment(tx, segmentId)
    await changeSegment(tx, segmentId, { archived_at: tx.clock.now() })
    await recordAudit(tx, {
      action: 'segment.delete',
      entity: 'segment',
      entityId: segmentId,
      before: { name: before.name, rules: before.rules },
    })
  })
}
