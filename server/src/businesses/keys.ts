import type { Context, Runtime } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'

/** Unwrapped business keys of each running application; they live in memory only. */
const opened = new WeakMap<Runtime, Map<string, Key>>()

/** Makes the key of a new business and stores it wrapped by the master key. */
export async function wrapBusinessKey(tx: Context): Promise<void> {
  const { wrapped } = tx.vault.newKey(tx.vault.master, tx.businessId)
  await tx.db
    .insertInto('business_key')
    .values({ business_id: tx.businessId, wrapped, created_at: tx.clock.now() })
    .execute()
}

/**
 * The key that wraps the keys of the business's people and seals what belongs to the business as a whole.
 * @throws Error when the master key is not the one this database was made with
 */
export async function businessKey(
  ctx: Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>,
): Promise<Key> {
  const cache = opened.get(ctx.runtime) ?? new Map<string, Key>()
  opened.set(ctx.runtime, cache)
  const known = cache.get(ctx.businessId)
  if (known) return known
  const row = await ctx.db
    .selectFrom('business_key')
    .select('wrapped')
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirstOrThrow()
  const key = ctx.vault.unwrap(ctx.vault.master, row.wrapped, ctx.businessId)
  cache.set(ctx.businessId, key)
  return key
}
