import { sql } from 'kysely'
import { businessKey } from '../../server/src/businesses/index.ts'
import { sealContext } from '../../server/src/contacts/open.ts'
import { searchDigestsOf } from '../../server/src/contacts/search.ts'
import { type Context, newId } from '../../server/src/platform/index.ts'
import type { Shop } from './shop.ts'

const FIRST = [
  'Mia',
  'Emil',
  'Aylin',
  'Jonas',
  'Zoë',
  'Paul',
  'Elif',
  'Noah',
  'Lena',
  'Mateusz',
  'Ida',
  'Karl',
]
const LAST = [
  'Muster',
  'Öztürk',
  'Schmidt',
  'Kowalski',
  'Weber',
  'Nguyen',
  'Becker',
  'Rossi',
  'Hoffmann',
  'Krüger',
]
const BATCH = 5_000

/** The number of the person with this index, E.164. */
export const phoneOf = (index: number) => `+49151${String(10_000_000 + index)}`

/** The name of the person with this index. */
export const nameOf = (index: number) =>
  `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`

/**
 * Adds people as the application stores them (a key each, sealed number and name, digests to find them by), with a
 * confirmed consent each. Foreign keys are not checked again while loading: the rows belong together by construction.
 * @param from index of the first one; the numbers are made from the index
 */
export async function seedPeople(ctx: Context, shop: Shop, count: number, from = 0): Promise<void> {
  const wrapping = await businessKey(ctx)
  await ctx.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    for (let start = from; start < from + count; start += BATCH) {
      const indexes = Array.from({ length: Math.min(BATCH, from + count - start) }, (_, n) => start + n)
      const known = indexes.map((index) => ({ name: nameOf(index), phone: phoneOf(index) }))
      const search = searchDigestsOf(ctx.vault, ctx.businessId, known)
      const people = known.map(({ name, phone }, at) => {
        const contactId = newId()
        const { key, wrapped } = ctx.vault.newKey(wrapping, contactId)
        const seal = (value: string, column: string) =>
          ctx.vault.seal(key, value, sealContext(contactId, column)).toString('hex')
        return {
          contactId,
          wrapped: wrapped.toString('hex'),
          name: seal(name, 'name'),
          phone: seal(phone, 'phone'),
          digest: ctx.vault.digest(ctx.businessId, 'phone', phone),
          search: (search[at] ?? []).join(','),
        }
      })
      const column = (pick: (person: (typeof people)[number]) => string) => people.map(pick)
      const now = ctx.clock.now()
      await sql`
        with people as materialized (
          select * from unnest(${column((p) => p.contactId)}::uuid[], ${column((p) => p.wrapped)}::text[],
            ${column((p) => p.name)}::text[], ${column((p) => p.phone)}::text[], ${column((p) => p.digest)}::text[],
            ${column((p) => p.search)}::text[]) as p (contact_id, wrapped, name, phone, digest, search)),
        contacts as (
          insert into contact (business_id, contact_id, name_sealed, phone_sealed, language, country, search_digests,
            name_digest, created_at, updated_at)
          select ${ctx.businessId}::uuid, contact_id, decode(name, 'hex'), decode(phone, 'hex'), 'de', 'DE',
            string_to_array(search, ',')::bigint[], abs(hashtext(digest)) + 1, ${now}::timestamptz, ${now}::timestamptz from people),
        keys as (
          insert into contact_key (business_id, contact_id, wrapped)
          select ${ctx.businessId}::uuid, contact_id, decode(wrapped, 'hex') from people),
        identities as (
          insert into contact_identity (business_id, kind, digest, contact_id, created_at)
          select ${ctx.businessId}::uuid, 'phone', digest, contact_id, ${now}::timestamptz from people)
        insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, confirmed_at, updated_at)
        select ${ctx.businessId}::uuid, contact_id, ${shop.channelId}::uuid, ${shop.topicId}::uuid, 'confirmed',
          ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz from people`.execute(db)
    }
    await sql`set session_replication_role = origin`.execute(db)
  })
}
