import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import type { Taken } from './combine.ts'
import { identityDigests } from './digests.ts'
import { forgetKnown } from './known.ts'
import { openContacts } from './open.ts'
import { searchDigests } from './search.ts'

interface Two {
  keptId: string
  goneId: string
}

/** Why a record that was merged away gets nothing, in case anything still names it. */
const MERGED = 'merged'

/**
 * A member merged the one record into the other: its number and id lead to nobody any more, since no member can know that they
 * are the other's; what WhatsApp dates before that leads to the kept one. What it says of itself stays sealed with its own key,
 * as proof under which identity its consents were given. In the caller's transaction.
 */
export async function shelveContact(tx: Context, { keptId, goneId }: Two): Promise<void> {
  const now = tx.clock.now()
  await sql`
    with gone as (delete from contact_identity where business_id = ${tx.businessId} and contact_id = ${goneId} returning kind, digest)
    insert into contact_identity_past (business_id, kind, digest, contact_id, ended_at, merged_from)
    select ${tx.businessId}::uuid, kind, digest, ${keptId}::uuid, ${now}::timestamptz, ${goneId}::uuid from gone
    on conflict (business_id, kind, digest, contact_id) do update set ended_at = excluded.ended_at, merged_from = excluded.merged_from`.execute(
    tx.db,
  )
  await sql`update contact set merged_into = ${keptId}, hold_reason = coalesce(hold_reason, ${MERGED}), updated_at = ${now}
    where business_id = ${tx.businessId} and contact_id = ${goneId}`.execute(tx.db)
  forgetKnown(tx, goneId)
}

/**
 * They are two after all: the record stands by itself again, under the number and id that nobody else has taken since, and the
 * kept one gives back what it had only from there and nobody has changed. In the caller's transaction.
 */
export async function unshelveContact(tx: Context, { keptId, goneId }: Two, taken: Taken): Promise<void> {
  const now = tx.clock.now()
  await sql`
    with back as (delete from contact_identity_past where business_id = ${tx.businessId} and merged_from = ${goneId}
      returning kind, digest)
    insert into contact_identity (business_id, kind, digest, contact_id, created_at)
    select ${tx.businessId}::uuid, kind, digest, ${goneId}::uuid, ${now} from back
    on conflict (business_id, kind, digest) do nothing`.execute(tx.db)
  await sql`update contact set merged_into = null, hold_reason = nullif(hold_reason, ${MERGED}), updated_at = ${now}
    where business_id = ${tx.businessId} and contact_id = ${goneId}`.execute(tx.db)
  const people = await openContacts(tx, [keptId, goneId])
  const [kept, gone] = [people.get(keptId), people.get(goneId)]
  if (!kept || !gone) return
  for (const { kind, digest } of identityDigests(tx, gone)) {
    await tx.db
      .insertInto('contact_identity')
      .values({ business_id: tx.businessId, kind, digest, contact_id: goneId, created_at: now })
      .onConflict((conflict) => conflict.columns(['business_id', 'kind', 'digest']).doNothing())
      .execute()
  }
  const nameless = taken.includes('name') && kept.name === gone.name
  const fields = taken.flatMap((field) => /^attributes\.(.+)$/.exec(field)?.[1] ?? [])
  await sql`
    update contact k set
      ${nameless ? sql`name_sealed = null, name_digest = null, search_digests = array(select jsonb_array_elements_text(${JSON.stringify(searchDigests(tx.vault, tx.businessId, { ...kept, name: null }))}::jsonb)::bigint),` : sql``}
      language = case when ${taken.includes('language')} and k.language = g.language then null else k.language end,
      attributes = k.attributes - array(select f from unnest(${fields}::text[]) f where k.attributes -> f = g.attributes -> f),
      updated_at = ${now}
    from contact g where k.business_id = ${tx.businessId} and k.contact_id = ${keptId}
      and g.business_id = k.business_id and g.contact_id = ${goneId}`.execute(tx.db)
  forgetKnown(tx, keptId)
  forgetKnown(tx, goneId)
}

/** The records that were merged into one, and into those: all that is left of them belongs to the same person. */
export async function mergedInto(ctx: Context, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    with recursive gone as (
      select contact_id from contact where business_id = ${ctx.businessId} and merged_into = ${contactId} and erased_at is null
      union select c.contact_id from contact c join gone g on c.merged_into = g.contact_id
        where c.business_id = ${ctx.businessId} and c.erased_at is null)
    select contact_id from gone`.execute(ctx.db)
  return rows.map((row) => row.contact_id)
}
