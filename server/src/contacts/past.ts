import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import type { IdentityDigest } from './digests.ts'

/** How long a message may be under way and still be theirs who wrote it: WhatsApp repeats for a week, and a month is the oldest we read. */
export const LATE_DAYS = 31

/**
 * Takes identities from a contact: from `at` on they lead to nobody. What WhatsApp dates before stays the contact's, however
 * late it arrives. In the caller's transaction.
 * @param kind which of them; without it all
 * @param digest of these only this one
 */
export async function retireIdentities(
  tx: Context,
  contactId: string,
  { at, kind, digest }: { at: Date; kind?: IdentityDigest['kind']; digest?: string },
): Promise<void> {
  await sql`
    with gone as (
      delete from contact_identity where business_id = ${tx.businessId} and contact_id = ${contactId}
        and (${kind ?? null}::text is null or kind = ${kind ?? null})
        and (${digest ?? null}::text is null or digest = ${digest ?? null}) returning kind, digest)
    insert into contact_identity_past (business_id, kind, digest, contact_id, ended_at)
    select ${tx.businessId}::uuid, kind, digest, ${contactId}::uuid, ${at}::timestamptz from gone
    on conflict (business_id, kind, digest, contact_id) do update set ended_at = excluded.ended_at`.execute(
    tx.db,
  )
}

/** Notes what a contact was called before we knew them, so that what is still under way finds them. In the caller's transaction. */
export async function notePast(
  tx: Context,
  contactId: string,
  digests: readonly IdentityDigest[],
  at: Date,
): Promise<void> {
  for (const { kind, digest } of digests) {
    await tx.db
      .insertInto('contact_identity_past')
      .values({ business_id: tx.businessId, kind, digest, contact_id: contactId, ended_at: at })
      .onConflict((conflict) => conflict.columns(['business_id', 'kind', 'digest', 'contact_id']).doNothing())
      .execute()
  }
}

/** Whose these identities were at that time, though they are no longer: by the id before by the number. */
export async function ownerThen(
  tx: Context,
  digests: readonly IdentityDigest[],
  at: Date,
): Promise<string | null> {
  const { rows } = await sql<{ contact_id: string }>`
    select p.contact_id from contact_identity_past p
    join unnest(${digests.map(({ kind }) => kind)}::text[], ${digests.map(({ digest }) => digest)}::text[]) as w (kind, digest)
      on p.kind = w.kind and p.digest = w.digest
    where p.business_id = ${tx.businessId} and p.ended_at >= ${at}::timestamptz
    order by p.kind, p.ended_at limit 1`.execute(tx.db)
  return rows[0]?.contact_id ?? null
}

/** The record that had this id when a member merged it into another one; null for everything else. */
export async function mergedOwner(tx: Context, digests: readonly IdentityDigest[]): Promise<string | null> {
  const ids = digests.filter(({ kind }) => kind !== 'phone').map(({ digest }) => digest)
  if (ids.length === 0) return null
  const row = await tx.db
    .selectFrom('contact_identity_past')
    .select('merged_from')
    .where('business_id', '=', tx.businessId)
    .where('kind', 'in', ['bsuid', 'parent_bsuid'])
    .where('digest', 'in', ids)
    .where('merged_from', 'is not', null)
    .executeTakeFirst()
  return row?.merged_from ?? null
}
