import { sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { ImportRow } from './import-mapping.ts'
import { personKeys } from './keys.ts'
import { sealContext } from './open.ts'
import { countryOfPhone } from './phone.ts'
import { identityDigests } from './resolve.ts'
import { searchDigests } from './search.ts'

/**
 * Writes some hundred rows with a handful of statements: new people are created, known ones get their attributes and
 * what was empty. Consent, suppression and every state of a person are out of reach here (C-19): an erased person
 * comes back as a stranger without consent, and stays suppressed. Must run inside a transaction.
 */
export async function writeChunk(tx: Context, rows: readonly ImportRow[]): Promise<void> {
  const people = new Map<string, ImportRow>()
  for (const row of rows) {
    const digest = identityDigests(tx, { phone: row.phone })[0]?.digest ?? ''
    const before = people.get(digest)
    people.set(digest, before ? merge(before, row) : row)
  }
  const known = await ownersOf(tx, [...people.keys()])
  const strangers = new Map([...people].filter(([digest]) => !known.has(digest)))
  for (const digest of await createPeople(tx, strangers)) strangers.delete(digest)
  // Whoever is left was created by somebody else between our look and our write.
  const met = strangers.size > 0 ? await ownersOf(tx, [...strangers.keys()]) : new Map<string, string>()
  await updatePeople(tx, people, new Map([...known, ...met]))
}

/** A person may have several lines: the later one wins, what it leaves empty stays. */
function merge(before: ImportRow, after: ImportRow): ImportRow {
  return {
    ...after,
    name: after.name ?? before.name,
    language: after.language ?? before.language,
    attributes: { ...before.attributes, ...after.attributes },
  }
}

async function ownersOf(tx: Context, digests: string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select(['digest', 'contact_id'])
    .where('business_id', '=', tx.businessId)
    .where('kind', '=', 'phone')
    .where(sql<boolean>`digest = any(${digests}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.digest, row.contact_id]))
}

/** @returns the digests of the people who are ours now */
async function createPeople(tx: Context, strangers: Map<string, ImportRow>): Promise<Set<string>> {
  if (strangers.size === 0) return new Set()
  const wrapping = await businessKey(tx)
  const values = [...strangers].map(([digest, row]) => {
    const id = newId()
    const { key, wrapped } = tx.vault.newKey(wrapping, id)
    const seal = (text: string, column: string) =>
      tx.vault.seal(key, text, sealContext(id, column)).toString('base64')
    return {
      id,
      digest,
      wrapped: wrapped.toString('base64'),
      name: row.name && seal(row.name, 'name'),
      phone: seal(row.phone, 'phone'),
      language: row.language,
      country: countryOfPhone(row.phone),
      attributes: row.attributes,
      search: searchDigests(tx.vault, tx.businessId, row.name, row.phone),
    }
  })
  const given = JSON.stringify(values)
  const now = tx.clock.now()
  await sql`
    insert into contact (business_id, contact_id, name_sealed, phone_sealed, language, country, attributes, search_digests, created_at, updated_at)
    select ${tx.businessId}::uuid, v.id, decode(v.name, 'base64'), decode(v.phone, 'base64'), v.language, v.country, v.attributes,
      array(select jsonb_array_elements_text(v.search)), ${now}, ${now}
    from jsonb_to_recordset(${given}::jsonb) as v (id uuid, name text, phone text, language text, country text, attributes jsonb, search jsonb)`.execute(
    tx.db,
  )
  await sql`
    insert into contact_key (business_id, contact_id, wrapped)
    select ${tx.businessId}::uuid, v.id, decode(v.wrapped, 'base64')
    from jsonb_to_recordset(${given}::jsonb) as v (id uuid, wrapped text)`.execute(tx.db)
  const { rows: ours } = await sql<{ digest: string }>`
    insert into contact_identity (business_id, kind, digest, contact_id, created_at)
    select ${tx.businessId}::uuid, 'phone', v.digest, v.id, ${now}
    from jsonb_to_recordset(${given}::jsonb) as v (id uuid, digest text)
    on conflict do nothing returning digest`.execute(tx.db)
  const won = new Set(ours.map((row) => row.digest))
  const lost = values.filter((value) => !won.has(value.digest)).map((value) => value.id)
  if (lost.length > 0) {
    await tx.db
      .deleteFrom('contact_key')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', 'in', lost)
      .execute()
    await tx.db
      .deleteFrom('contact')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', 'in', lost)
      .execute()
  }
  return won
}

async function updatePeople(
  tx: Context,
  people: Map<string, ImportRow>,
  owners: Map<string, string>,
): Promise<void> {
  if (owners.size === 0) return
  const nameless = await tx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('business_id', '=', tx.businessId)
    .where(sql<boolean>`contact_id = any(${[...owners.values()]}::uuid[])`)
    .where('name_sealed', 'is', null)
    .execute()
  const keys = await personKeys(
    tx,
    nameless.map((row) => row.contact_id),
  )
  const values = [...owners].flatMap(([digest, id]) => {
    const row = people.get(digest)
    if (!row) return []
    const key = row.name ? keys.get(id) : undefined
    return {
      id,
      language: row.language,
      attributes: row.attributes,
      name: key && row.name ? tx.vault.seal(key, row.name, sealContext(id, 'name')).toString('base64') : null,
      search: key ? searchDigests(tx.vault, tx.businessId, row.name, row.phone) : null,
    }
  })
  await sql`
    update contact set
      attributes = contact.attributes || v.attributes,
      language = coalesce(contact.language, v.language),
      name_sealed = coalesce(contact.name_sealed, decode(v.name, 'base64')),
      search_digests = case when contact.name_sealed is null and v.name is not null
        then array(select jsonb_array_elements_text(v.search)) else contact.search_digests end,
      updated_at = ${tx.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, language text, attributes jsonb, name text, search jsonb)
    where contact.business_id = ${tx.businessId}::uuid and contact.contact_id = v.id and contact.erased_at is null
      and (not contact.attributes @> v.attributes or (contact.language is null and v.language is not null)
        or (contact.name_sealed is null and v.name is not null))`.execute(tx.db)
}
