import { recordAudit } from '../audit/index.ts'
import { type Context, newId, type Runtime, withTransaction } from '../platform/index.ts'
import { KEY_SEEN_MS } from './keys.ts'

/**
 * First step of a rotation (C-48): makes the next key, which every process learns to open before anybody seals with it. Goes on with
 * the one that is there when a rotation was broken off.
 * @returns from when on `promoteKey` may follow
 */
export async function prepareKey(ctx: Context): Promise<Date> {
  return withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('business_key')
      .select('next_at')
      .where('business_id', '=', tx.businessId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const since = row.next_at ?? tx.clock.now()
    if (!row.next_at) {
      const { wrapped } = tx.vault.newKey(tx.vault.master, tx.businessId)
      await tx.db
        .updateTable('business_key')
        .set({ next_wrapped: wrapped, next_at: since })
        .where('business_id', '=', tx.businessId)
        .execute()
    }
    // Twice: what was read just before may be kept that long, and clocks differ a little.
    return new Date(since.getTime() + 2 * KEY_SEEN_MS)
  })
}

/** Second step: the next key is used from now on; the former one stays for what it sealed. @returns false when there is no next key */
export async function promoteKey(ctx: Context): Promise<boolean> {
  return withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('business_key')
      .select(['wrapped', 'next_wrapped'])
      .where('business_id', '=', tx.businessId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!row.next_wrapped) return false
    await tx.db
      .insertInto('former_business_key')
      .values({
        business_id: tx.businessId,
        key_id: newId(),
        wrapped: row.wrapped,
        replaced_at: tx.clock.now(),
      })
      .execute()
    await tx.db
      .updateTable('business_key')
      .set({ wrapped: row.next_wrapped, next_wrapped: null, next_at: null })
      .where('business_id', '=', tx.businessId)
      .execute()
    await recordAudit(tx, { action: 'business.rotate_key', entity: 'business', entityId: tx.businessId })
    return true
  })
}

/**
 * After the master key was replaced: wraps the keys of every business with the new one. Can be broken off and run again.
 * @returns how many keys were wrapped anew
 */
export async function rewrapBusinessKeys({ db, vault }: Pick<Runtime, 'db' | 'vault'>): Promise<number> {
  const rewrap = (wrapped: Uint8Array, businessId: string) => vault.rewrap(vault.master, wrapped, businessId)
  let changed = 0
  const keys = await db
    .selectFrom('business_key')
    .innerJoin('business', 'business.business_id', 'business_key.business_id')
    .select(['business_key.business_id', 'wrapped', 'next_wrapped'])
    .execute()
  for (const row of keys) {
    const wrapped = rewrap(row.wrapped, row.business_id)
    const next = row.next_wrapped && rewrap(row.next_wrapped, row.business_id)
    if (!wrapped && !next) continue
    await db
      .updateTable('business_key')
      .set({ ...(wrapped ? { wrapped } : {}), ...(next ? { next_wrapped: next } : {}) })
      .where('business_id', '=', row.business_id)
      .where('wrapped', '=', Buffer.from(row.wrapped))
      .execute()
    changed++
  }
  const former = await db
    .selectFrom('former_business_key as f')
    .innerJoin('business', 'business.business_id', 'f.business_id')
    .select(['f.business_id', 'f.key_id', 'f.wrapped'])
    .execute()
  for (const row of former) {
    const wrapped = rewrap(row.wrapped, row.business_id)
    if (!wrapped) continue
    await db
      .updateTable('former_business_key')
      .set({ wrapped })
      .where('business_id', '=', row.business_id)
      .where('key_id', '=', row.key_id)
      .execute()
    changed++
  }
  return changed
}
