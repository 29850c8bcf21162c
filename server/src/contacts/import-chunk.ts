import { sql } from 'kysely'
import { binaryArray } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import type { SealedPerson } from './import-seal.ts'
import { personKeys } from './keys.ts'
import { sealContext } from './open.ts'

/**
 * Writes some thousand people with a handful of statements: new ones are created, known ones get their attributes and
 * what was empty. Consent, suppression and every state of a person are out of reach here (C-19): an erased person
 * comes back as a stranger without consent, and stays suppressed. Must run inside a transaction.
 */
export async function writeChunk(tx: Context, people: readonly SealedPerson[]): Promise<void> {
  if (people.length === 0) return
  const known = await createPeople(tx, people)
  if (known.size === 0) return
  const met = people.filter((person) => known.has(person.digest))
  await updatePeople(tx, met, await ownersOf(tx, [...known]))
}

/**
 * One statement for all that a new person is. Whose number is taken is left as it is, also when somebody else took it
 * a moment ago. Numbers are taken in one order, so that two imports at a time never wait for each other in a circle.
 * @returns the digests of the numbers that belong to somebody already
 */
async function createPeople(tx: Context, people: readonly SealedPerson[]): Promise<Set<string>> {
  const text = (value: (person: SealedPerson) => string | null) => binaryArray('text', people.map(value))
  const bytes = (value: (person: SealedPerson) => Buffer | null) => binaryArray('bytea', people.map(value))
  const now = tx.clock.now()
  const { rows } = await sql<{ digest: string }>`
    with given as materialized (
      select id::uuid as id, digest, wrapped, name, phone, language, country, attributes::jsonb as attributes,
        search::bigint[] as search
      from unnest(
        ${text((person) => person.contactId)}::text[], ${text((person) => person.digest)}::text[],
        ${bytes((person) => person.wrapped)}::bytea[], ${bytes((person) => person.name)}::bytea[],
        ${bytes((person) => person.phone)}::bytea[], ${text((person) => person.row.language)}::text[],
        ${text((person) => person.country)}::text[],
        ${text((person) => JSON.stringify(person.row.attributes))}::text[],
        ${text((person) => `{${person.search}}`)}::text[]
      ) as g (id, digest, wrapped, name, phone, language, country, attributes, search)
    ), taken as (
      insert into contact_identity (business_id, kind, digest, contact_id, created_at)
      select ${tx.businessId}::uuid, 'phone', digest, id, ${now} from given order by digest
      on conflict do nothing returning contact_id
    ), fresh as materialized (
      select * from given where id in (select contact_id from taken)
    ), made as (
      insert into contact (business_id, contact_id, name_sealed, phone_sealed, language, country, attributes,
        search_digests, created_at, updated_at)
      select ${tx.businessId}::uuid, id, name, phone, language, country, attributes, search, ${now}, ${now} from fresh
    ), keyed as (
      insert into contact_key (business_id, contact_id, wrapped)
      select ${tx.businessId}::uuid, id, wrapped from fresh
    )
    select digest from given where id not in (select contact_id from taken)`.execute(tx.db)
  return new Set(rows.map((row) => row.digest))
}

async function ownersOf(tx: Context, digests: string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select(['digest', 'contact_id'])
    .where('business_id', '=', tx.businessId)
    .where('kind', '=', 'phone')
    .where(sql<boolean>`digest = any(${binaryArray('text', digests)}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.digest, row.contact_id]))
}

async function updatePeople(
  tx: Context,
  people: readonly SealedPerson[],
  owners: Map<string, string>,
): Promise<void> {
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
  const values = people.flatMap(({ digest, row, search }) => {
    const id = owners.get(digest)
    if (!id) return []
    const key = row.name ? keys.get(id) : undefined
    return {
      id,
      language: row.language,
      attributes: row.attributes,
      name: key && row.name ? tx.vault.seal(key, row.name, sealContext(id, 'name')).toString('base64') : null,
      search: key ? search : null,
    }
  })
  await sql`
    update contact set
      attributes = contact.attributes || v.attributes,
      language = coalesce(contact.language, v.language),
      name_sealed = coalesce(contact.name_sealed, decode(v.name, 'base64')),
      search_digests = case when contact.name_sealed is null and v.name is not null
        then array(select jsonb_array_elements_text(v.search)::bigint) else contact.search_digests end,
      updated_at = ${tx.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, language text, attributes jsonb, name text, search jsonb)
    where contact.business_id = ${tx.businessId}::uuid and contact.contact_id = v.id and contact.erased_at is null
      and (not contact.attributes @> v.attributes or (contact.language is null and v.language is not null)
        or (contact.name_sealed is null and v.name is not null))`.execute(tx.db)
}
