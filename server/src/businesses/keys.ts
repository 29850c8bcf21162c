import { type Context, MINUTE, type Runtime } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'

/** After this long every process has seen a key that was changed. */
export const KEY_SEEN_MS = MINUTE

interface Opened {
  key: Key
  readAt: number
}

/** Unwrapped business keys of each running application; they live in memory only. */
const opened = new WeakMap<Runtime, Map<string, Opened>>()

type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** Makes the key of a new business and stores it wrapped by the master key. */
export async function wrapBusinessKey(tx: Context): Promise<void> {
  const { wrapped } = tx.vault.newKey(tx.vault.master, tx.businessId)
  await tx.db
    .insertInto('business_key')
    .values({ business_id: tx.businessId, wrapped, created_at: tx.clock.now() })
    .execute()
}

/**
 * The key that wraps the keys of the business's people and seals what belongs to the business as a whole. What was sealed with
 * keys that it replaced, or with the one that will replace it, opens with it too; it is looked up again every minute.
 * @throws Error when the master key is not the one this database was made with
 */
export async function businessKey(ctx: Reader): Promise<Key> {
  const cache = opened.get(ctx.runtime) ?? new Map<string, Opened>()
  opened.set(ctx.runtime, cache)
  const now = ctx.runtime.clock.now().getTime()
  const known = cache.get(ctx.businessId)
  if (known && Math.abs(now - known.readAt) < KEY_SEEN_MS) return known.key
  try {
    const key = await readKey(ctx, known?.key)
    cache.set(ctx.businessId, { key, readAt: now })
    return key
  } catch (error) {
    if (!known) throw error
    // The master key was replaced under a running process: it goes on with what it holds until it is restarted.
    ctx.runtime.log.error(
      { err: error, businessId: ctx.businessId },
      'the key of a business does not open any more',
    )
    cache.set(ctx.businessId, { key: known.key, readAt: now })
    return known.key
  }
}

async function readKey(ctx: Reader, known: Key | undefined): Promise<Key> {
  const { businessId, db, vault } = ctx
  const row = await db
    .selectFrom('business_key')
    .select(['wrapped', 'next_wrapped'])
    .where('business_id', '=', businessId)
    .executeTakeFirstOrThrow()
  const former = await db
    .selectFrom('former_business_key')
    .select('wrapped')
    .where('business_id', '=', businessId)
    .orderBy('replaced_at', 'desc')
    .execute()
  const open = (wrapped: Uint8Array) => vault.unwrap(vault.master, wrapped, businessId)
  const fresh = open(row.wrapped)
  // Whoever keeps a key in memory keeps it: what it is taught to open then holds for them as well.
  const key = known?.equals(fresh) ? known : fresh
  const others = [...(row.next_wrapped ? [row.next_wrapped] : []), ...former.map((each) => each.wrapped)].map(
    open,
  )
  vault.alsoOpens(key, others)
  if (known && known !== key) vault.alsoOpens(known, [key, ...others])
  return key
}
