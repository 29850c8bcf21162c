import type { Selectable } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { Rules } from './rules.ts'

export const Segment = z.object({
  id: z.uuid(),
  name: z.string(),
  rules: Rules,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Segment = z.infer<typeof Segment>

function toSegment(row: Selectable<DB['segment']>): Segment {
  return {
    id: row.segment_id,
    name: row.name,
    rules: Rules.parse(row.rules),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** One segment of the business, also one that was archived since: a campaign may still point at it. @throws Problem `not_found` */
export async function findSegment(
  ctx: Pick<Context, 'db' | 'businessId'>,
  segmentId: string,
): Promise<Segment> {
  const row = await ctx.db
    .selectFrom('segment')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('segment_id', '=', segmentId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Dieses Segment', en: 'This segment' })
  return toSegment(row)
}

/** @throws Problem `not_found` */
export async function getSegment(ctx: Context, segmentId: string): Promise<Segment> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return findSegment(ctx, segmentId)
}

/** The segments of the business by name. */
export async function listSegments(ctx: Context): Promise<Segment[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const rows = await ctx.db
    .selectFrom('segment')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(toSegment)
}
