import type { Context } from '../platform/index.ts'

/** A signed state of the ledger with the RFC 3161 token over it. */
export interface StampedCheckpoint {
  size: number
  note: string
  token: Uint8Array
}

/** The first time-stamped checkpoint that covers the leaf at this place: it dates the leaf best. Undefined: none yet. */
export async function stampedCheckpoint(ctx: Context, seq: number): Promise<StampedCheckpoint | undefined> {
  const row = await ctx.db
    .selectFrom('ledger_anchor as a')
    .innerJoin('ledger_checkpoint as c', (join) =>
      join.onRef('c.business_id', '=', 'a.business_id').onRef('c.size', '=', 'a.size'),
    )
    .select(['a.size', 'c.note', 'a.proof'])
    .where('a.business_id', '=', ctx.businessId)
    .where('a.kind', '=', 'timestamp')
    .where('a.size', '>', seq)
    .orderBy('a.size')
    .orderBy('a.at')
    .limit(1)
    .executeTakeFirst()
  return row && { size: row.size, note: row.note, token: new Uint8Array(row.proof) }
}
