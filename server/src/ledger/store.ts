import { completedBy, fromHex, type ReadHashes } from '@jawort/ledger'
import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import type { Sealed } from './number.ts'

type Reader = Pick<Context, 'db' | 'businessId'>

/** A row that must be there is gone, or does not hold a hash that it must hold. */
export class HashMissing extends Error {}

/** Reads hashes of the Merkle tree: those of a node lie in the row of the leaf that completed it. @throws HashMissing */
export function storedHashes(ctx: Reader): ReadHashes {
  return async (nodes) => {
    const rows = await ctx.db
      .selectFrom('ledger_entry')
      .select(['seq', 'hashes'])
      .where('business_id', '=', ctx.businessId)
      .where('seq', 'in', [...new Set(nodes.map(completedBy))])
      .execute()
    const hashesOf = new Map(rows.map((row) => [row.seq, row.hashes]))
    return nodes.map((node) => {
      const seq = completedBy(node)
      const hash = fromHex(hashesOf.get(seq)?.[node.level] ?? '')
      if (hash?.length !== 32) throw new HashMissing(`No hash of level ${node.level} at leaf ${seq}.`)
      return hash
    })
  }
}

export interface StoredCheckpoint {
  size: number
  note: string
  signedAt: Date
}

/** The newest checkpoint; undefined before the first batch was sealed. */
export async function lastCheckpoint(ctx: Reader): Promise<StoredCheckpoint | undefined> {
  const row = await ctx.db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note', 'signed_at'])
    .where('business_id', '=', ctx.businessId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { size: row.size, note: row.note, signedAt: row.signed_at }
}

/** The checkpoint of exactly this size; undefined when none was signed there. */
export async function checkpointAt(ctx: Reader, size: number): Promise<StoredCheckpoint | undefined> {
  const row = await ctx.db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note', 'signed_at'])
    .where('business_id', '=', ctx.businessId)
    .where('size', '=', size)
    .executeTakeFirst()
  return row && { size: row.size, note: row.note, signedAt: row.signed_at }
}

/** Gives entries their places, in one statement. @throws Error when one of them has a place already or is gone */
export async function storeSealed(tx: Context, sealed: readonly Sealed[]): Promise<void> {
  const { numAffectedRows } = await sql`
    update ledger_entry as entry
    set seq = batch.seq, leaf = batch.leaf, hashes = string_to_array(batch.hashes, ' ')
    from unnest(
      ${sealed.map((row) => row.entryId)}::uuid[],
      ${sealed.map((row) => row.seq)}::bigint[],
      ${sealed.map((row) => row.leaf)}::text[],
      ${sealed.map((row) => row.hashes.join(' '))}::text[]
    ) as batch (entry_id, seq, leaf, hashes)
    where entry.business_id = ${tx.businessId} and entry.entry_id = batch.entry_id and entry.seq is null`.execute(
    tx.db,
  )
  if (Number(numAffectedRows) !== sealed.length) {
    throw new Error(`${numAffectedRows} of ${sealed.length} ledger entries were sealed.`)
  }
}

export async function storeCheckpoint(tx: Context, size: number, root: string, note: string): Promise<void> {
  await tx.db
    .insertInto('ledger_checkpoint')
    .values({ business_id: tx.businessId, size, root, note, signed_at: tx.clock.now() })
    .execute()
}
