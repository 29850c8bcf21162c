import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { eraseContact } from './erase.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { nameDigest } from './name-digest.ts'
import { openContacts, openPerson, sealPerson } from './open.ts'
import { handOverIds } from './parent-ids.ts'
import { searchDigests } from './search.ts'

/** Both records, locked in one order, so that two merges at a time never wait for each other in a circle. */
export async function lockBoth(tx: Context, one: string, other: string): Promise<void> {
  await sql`select 1 from contact where business_id = ${tx.businessId} and contact_id in (${one}, ${other})
    order by contact_id for update`.execute(tx.db)
}

/** What one record took over from another: `name`, `language`, keys of attributes as `attributes.<key>`. */
export type Taken = string[]

/**
 * What two records say of one person in one: what the kept one has stays, what it lacks comes from the other; of every hold,
 * restriction and WhatsApp's own stop the strict one counts, and what was sent to either counts for how often. In the caller's
 * transaction.
 */
export async function combineProfiles(tx: Context, keptId: string, goneId: string): Promise<Taken> {
  const people = await openContacts(tx, [keptId, goneId])
  const key = await personKey(tx, keptId)
  const [kept, gone] = [people.get(keptId), people.get(goneId)]
  if (!kept || !gone || !key) return []
  const rows = await tx.db
    .selectFrom('contact')
    .select(['contact_id', 'attributes', 'hold_reason', 'hold_note_sealed'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', 'in', [keptId, goneId])
    .execute()
  const of = (id: string) => rows.find((row) => row.contact_id === id)
  const [own, other] = [Object(of(keptId)?.attributes), Object(of(goneId)?.attributes)]
  const attributes = Object.keys(other).filter((field) => own[field] === undefined || own[field] === null)
  const name = kept.name ?? gone.name
  const heldByOther = !of(keptId)?.hold_reason && of(goneId)?.hold_reason
  const note = heldByOther ? of(goneId)?.hold_note_sealed : null
  const goneKey = note ? await personKey(tx, goneId) : null
  await sql`
    update contact k set
      name_sealed = ${name && !kept.name ? sealPerson(tx, key, keptId, 'name', name) : null}::bytea,
      name_digest = ${nameDigest(tx.vault, tx.businessId, name)}::bigint,
      search_digests = array(select jsonb_array_elements_text(${JSON.stringify(
        searchDigests(tx.vault, tx.businessId, { ...kept, name }),
      )}::jsonb)::bigint),
      updated_at = ${tx.clock.now()}
    where k.business_id = ${tx.businessId} and k.contact_id = ${keptId} and k.name_sealed is null`.execute(
    tx.db,
  )
  await sql`
    update contact k set
      language = coalesce(k.language, g.language),
      country = coalesce(k.country, g.country),
      attributes = (g.attributes || jsonb_strip_nulls(k.attributes)),
      first_source_id = coalesce(k.first_source_id, g.first_source_id),
      meta_preference = case when 'stop' in (k.meta_preference, g.meta_preference) then 'stop' else k.meta_preference end,
      meta_preference_at = greatest(k.meta_preference_at, g.meta_preference_at),
      hold_reason = coalesce(k.hold_reason, g.hold_reason),
      hold_note_sealed = ${
        note && goneKey
          ? sealPerson(tx, key, keptId, 'hold_note', openPerson(tx, goneKey, goneId, 'hold_note', note))
          : (of(keptId)?.hold_note_sealed ?? null)
      }::bytea,
      restricted_at = least(k.restricted_at, g.restricted_at),
      last_inbound_at = greatest(k.last_inbound_at, g.last_inbound_at),
      updated_at = ${tx.clock.now()}
    from contact g
    where k.business_id = ${tx.businessId} and k.contact_id = ${keptId}
      and g.business_id = k.business_id and g.contact_id = ${goneId}`.execute(tx.db)
  await sql`
    insert into contact_marketing as k (business_id, contact_id, last_at, times)
    select business_id, ${keptId}::uuid, last_at, times from contact_marketing
    where business_id = ${tx.businessId} and contact_id = ${goneId}
    on conflict (business_id, contact_id) do update set last_at = greatest(k.last_at, excluded.last_at),
      times = array(select unnest(k.times || excluded.times) order by 1 desc)`.execute(tx.db)
  forgetKnown(tx, keptId)
  return [
    ...(name && !kept.name ? ['name'] : []),
    ...(gone.language && !kept.language ? ['language'] : []),
    ...attributes.map((field) => `attributes.${field}`),
  ]
}

/**
 * WhatsApp says that both are one: the number or id that the kept contact lacks is theirs now, what they both had leads to them
 * as something past, and of the other nothing stays that could be read. In the caller's transaction.
 */
export async function absorbContact(
  tx: Context,
  { keptId, goneId, at, allIds = false }: { keptId: string; goneId: string; at: Date; allIds?: boolean },
): Promise<void> {
  const people = await openContacts(tx, [keptId, goneId])
  const key = await personKey(tx, keptId)
  const [kept, gone] = [people.get(keptId), people.get(goneId)]
  if (!kept || !gone || !key) return
  const comes = (['phone', 'bsuid'] as const).filter((kind) => kept[kind] === null && gone[kind] !== null)
  await handOverIds(tx, { from: goneId, to: keptId }, [
    ...(comes.includes('phone') ? (['phone'] as const) : []),
    ...(allIds || comes.includes('bsuid') ? (['bsuid', 'parent_bsuid'] as const) : []),
  ])
  await sql`
    with over as (delete from contact_identity where business_id = ${tx.businessId} and contact_id = ${goneId} returning kind, digest),
    earlier as (delete from contact_identity_past where business_id = ${tx.businessId} and contact_id = ${goneId}
      returning kind, digest, ended_at)
    insert into contact_identity_past (business_id, kind, digest, contact_id, ended_at)
    select distinct on (kind, digest) ${tx.businessId}::uuid, kind, digest, ${keptId}::uuid, ended_at from (
      select kind, digest, ${at}::timestamptz as ended_at from over union all select * from earlier) e
    order by kind, digest, ended_at desc
    on conflict (business_id, kind, digest, contact_id) do update set
      ended_at = greatest(contact_identity_past.ended_at, excluded.ended_at)`.execute(tx.db)
  const seal = (kind: 'phone' | 'bsuid') =>
    comes.includes(kind) && gone[kind] ? sealPerson(tx, key, keptId, kind, gone[kind]) : undefined
  const [phone, bsuid] = [seal('phone'), seal('bsuid')]
  await tx.db
    .updateTable('contact')
    .set({
      ...(phone ? { phone_sealed: phone } : {}),
      ...(bsuid ? { bsuid_sealed: bsuid } : {}),
      search_digests: searchDigests(tx.vault, tx.businessId, { ...kept, phone: kept.phone ?? gone.phone }),
    })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', keptId)
    .execute()
  forgetKnown(tx, keptId)
  await eraseContact(tx, goneId)
  await tx.db
    .updateTable('contact')
    .set({ merged_into: keptId })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', goneId)
    .execute()
}
