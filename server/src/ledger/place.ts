import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

export interface LedgerPlace {
  seq: number
  /** Hex */
  leafHash: string
}

/** Where consent events stand in the ledger, for cards and proofs; those not sealed yet are missing from the map. */
export async function ledgerPlace(
  ctx: Pick<Context, 'db' | 'businessId'>,
  entryIds: readonly string[],
): Promise<Map<string, LedgerPlace>> {
  if (entryIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('ledger_entry')
    .select(['entry_id', 'seq', sql<string>`hashes[1]`.as('leaf_hash')])
    .where('business_id', '=', ctx.businessId)
    .where('entry_id', 'in', [...entryIds])
    .where('seq', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap((row) =>
      row.seq === null ? [] : [[row.entry_id, { seq: row.seq, leafHash: row.leaf_hash }]],
    ),
  )
}
