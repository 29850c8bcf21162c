import { businessKey } from '../businesses/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { knownPerson, rememberPerson } from './known.ts'

type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** Makes the key of a new person, wrapped by the business key. Erasing a person deletes this row and nothing else is needed. */
export async function createPersonKey(tx: Context, contactId: string): Promise<Key> {
  const { key, wrapped } = tx.vault.newKey(await businessKey(tx), contactId)
  await tx.db
    .insertInto('contact_key')
    .values({ business_id: tx.businessId, contact_id: contactId, wrapped })
    .execute()
  return key
}

/** The key of one person; null once the person was erased. */
export async function personKey(ctx: Reader, contactId: string): Promise<Key | null> {
  const known = knownPerson(ctx, contactId)
  if (known?.key) return known.key
  const wrapped = known?.sealed?.wrapped
  const key = wrapped
    ? ctx.vault.unwrap(await businessKey(ctx), wrapped, contactId)
    : ((await personKeys(ctx, [contactId])).get(contactId) ?? null)
  if (key) rememberPerson(ctx, contactId, { key })
  return key
}

/** The keys of many people in one query; erased people are missing from the map. */
export async function personKeys(ctx: Reader, contactIds: readonly string[]): Promise<Map<string, Key>> {
  const keys = new Map<string, Key>()
  if (contactIds.length === 0) return keys
  const wrapping = await businessKey(ctx)
  const rows = await ctx.db
    .selectFrom('contact_key')
    .select(['contact_id', 'wrapped'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .execute()
  for (const row of rows) keys.set(row.contact_id, ctx.vault.unwrap(wrapping, row.wrapped, row.contact_id))
  return keys
}
