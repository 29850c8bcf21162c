import type { Updateable } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { Rules } from './rules.ts'

export async function insertSegment(tx: Context, name: string, rules: Rules): Promise<string> {
  const segmentId = newId()
  const now = tx.clock.now()
  await tx.db
    .insertInto('segment')
    .values({
      business_id: tx.businessId,
      segment_id: segmentId,
      name,
      rules: JSON.stringify(rules),
      created_at: now,
      updated_at: now,
    })
    .execute()
  return segmentId
}

export async function changeSegment(
  tx: Context,
  segmentId: string,
  columns: Updateable<DB['segment']>,
): Promise<void> {
  await tx.db
    .updateTable('segment')
    .set({ ...columns, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('segment_id', '=', segmentId)
    .execute()
}
