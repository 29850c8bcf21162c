import { sql } from 'kysely'
import { binaryArray } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import type { AttributeValue } from './attribute.ts'
import type { ImportRow } from './import-mapping.ts'
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
  await updatePeople(tx, people, await readKnown(tx, [...known]))
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
        search::bigint[] as search, name_digest::bigint as name_digest
      from unnest(
        ${text((person) => person.contactId)}::text[], ${text((person) => person.digest)}::text[],
        ${bytes((person) => person.wrapped)}::bytea[], ${bytes((person) => person.name)}::bytea[],
        ${bytes((person) => person.phone)}::bytea[], ${text((person) => person.row.language)}::text[],
        ${text((person) => person.country)}::text[],
        ${text((person) => JSON.stringify(person.row.attributes))}::text[],
        ${text((person) => `{${person.search}}`)}::text[],
        ${text((person) => person.nameDigest?.toString() ?? null)}::text[]
      ) as g (id, digest, wrapped, name, phone, language, country, attributes, search, name_digest)
    ), taken as (
      insert into contact_identity (business_id, kind, digest, contact_id, created_at)
      select ${tx.businessId}::uuid, 'phone', digest, id, ${now} from given order by digest
      on conflict do nothing returning contact_id
    ), fresh as materialized (
      select * from given where id in (select contact_id from taken)
    ), made as (
      insert into contact (business_id, contact_id, name_sealed, phone_sealed, language, country, attributes,
        search_digests, name_digest, created_at, updated_at)
      select ${tx.businessId}::uuid, id, name, phone, language, country, attributes, search, name_digest, ${now}, ${now} from fresh
    ), keyed as (
      insert into contact_key (business_id, contact_id, wrapped)
      select ${tx.businessId}::uuid, id, wrapped from fresh
    )
    select digest from given where id not in (select contact_id from taken)`.execute(tx.db)
  return new Set(rows.map((row) => row.digest))
}

interface Known {
  digest: string
  contactId: string
  attributes: Record<string, AttributeValue>
  language: string | null
  nameless: boolean
}

/**
 * Who has these numbers, and what an import may add to them. One look into the index per number, whatever the
 * statistics say: in the middle of a first import they know nothing of the rows that are already there.
 */
async function readKnown(tx: Context, digests: string[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select g.digest, i.contact_id as "contactId", c.attributes, c.language, c.nameless
    from unnest(${binaryArray('text', digests)}::text[]) as g (digest)
    cross join lateral (
      select contact_id from contact_identity
      where business_id = ${tx.businessId}::uuid and kind = 'phone' and digest = g.digest offset 0
    ) i
    cross join lateral (
      select attributes, language, name_sealed is null as nameless from contact
      where business_id = ${tx.businessId}::uuid and contact_id = i.contact_id and erased_at is null offset 0
    ) c`.execute(tx.db)
  return rows
}

/** Most people of most files are known and unchanged: they are not written, and nobody has to wait for them. */
async function updatePeople(
  tx: Context,
  people: readonly SealedPerson[],
  known: readonly Known[],
): Promise<void> {
  const byDigest = new Map(people.map((person) => [person.digest, person]))
  const changes = known.flatMap((before) => {
    const person = byDigest.get(before.digest)
    return person && brings(person.row, before)
      ? [{ ...before, ...person.row, search: person.search, nameDigest: person.nameDigest }]
      : []
  })
  if (changes.length === 0) return
  const named = changes.filter((change) => change.nameless && change.name)
  const keys = await personKeys(
    tx,
    named.map((change) => change.contactId),
  )
  const values = changes.map(
    ({ contactId: id, name, nameless, language, attributes, search, nameDigest }) => {
      const key = nameless && name ? keys.get(id) : undefined
      const sealed = key && name ? tx.vault.seal(key, name, sealContext(id, 'name')).toString('base64') : null
      return { id, language, attributes, name: sealed, search, name_digest: sealed ? nameDigest : null }
    },
  )
  const now = tx.clock.now()
  // Not an update: this, too, finds each row by its key, one after another in the same order for everybody.
  await sql`
    insert into contact (business_id, contact_id, attributes, language, name_sealed, search_digests, name_digest, created_at, updated_at)
    select ${tx.businessId}::uuid, id, attributes, language, decode(name, 'base64'),
      array(select jsonb_array_elements_text(search)::bigint), name_digest, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as v (id uuid, attributes jsonb, language text, name text, search jsonb, name_digest bigint)
    order by id
    on conflict (business_id, contact_id) do update set
      attributes = contact.attributes || excluded.attributes,
      language = coalesce(contact.language, excluded.language),
      name_sealed = coalesce(contact.name_sealed, excluded.name_sealed),
      name_digest = case when contact.name_sealed is null then excluded.name_digest else contact.name_digest end,
      search_digests = case when contact.name_sealed is null and excluded.name_sealed is not null
        then array(select distinct unnest(contact.search_digests || excluded.search_digests)) else contact.search_digests end,
      updated_at = excluded.updated_at
    where contact.erased_at is null`.execute(tx.db)
}

/** Whether a line says something new about somebody: attributes that differ, a language or a name that was missing. */
function brings(row: ImportRow, before: Known): boolean {
  return (
    Object.entries(row.attributes).some(([key, value]) => before.attributes[key] !== value) ||
    (row.language !== null && before.language === null) ||
    (row.name !== null && before.nameless)
  )
}
