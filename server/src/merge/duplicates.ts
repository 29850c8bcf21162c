import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { ContactRow, contactRows, requireContact } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery } from '../platform/http/index.ts'
import { acrossBusinesses, type Context } from '../platform/index.ts'

/** By what two records look like one person's. */
export const Likeness = z.enum(['name', 'email', 'number'])
export type Likeness = z.infer<typeof Likeness>

export const DuplicatesQuery = PageQuery.extend({ by: Likeness.default('name') })

export const DuplicateGroup = z.object({
  /** Of its first record; goes back as `after`. */
  id: z.uuid(),
  by: Likeness,
  /** From which the person wrote last first: that record would stay. */
  people: z.array(ContactRow),
})
export type DuplicateGroup = z.infer<typeof DuplicateGroup>

/** What more people than this share says nothing about who they are: a common name, an e-mail of the house. */
const MOST = 5

const attribute = (...keys: string[]) =>
  sql.raw(`coalesce(${keys.map((key) => `attributes->>'${key}'`).join(', ')})`)
const EMAIL = attribute('email', 'e_mail', 'mail', 'e_mail_adresse')
const NUMBER = attribute('customer_number', 'customer_id', 'kundennummer', 'external_id')

/** What is compared and where there is something to compare, each exactly as its index has it. */
const BY: Record<
  Likeness,
  { value: RawBuilder<unknown>; there: RawBuilder<boolean>; type: RawBuilder<unknown> }
> = {
  name: { value: sql`name_digest`, there: sql`name_digest > 0`, type: sql`bigint` },
  email: { value: sql`lower(${EMAIL})`, there: sql`${EMAIL} <> ''`, type: sql`text` },
  number: { value: sql`lower(${NUMBER})`, there: sql`${NUMBER} <> ''`, type: sql`text` },
}

const ALIVE = sql`erased_at is null and merged_into is null`

/**
 * Records of the whole business that look like one person's: the same full name, e-mail or customer number. Left out are those that
 * all write from a WhatsApp of their own, which are never merged, and what more than five share. A guess; a member decides. Reads one
 * index in its own order and stops at the end of the page, in the order of the digests or values.
 */
export async function listDuplicates(
  ctx: Context,
  input: z.input<typeof DuplicatesQuery>,
): Promise<Page<DuplicateGroup>> {
  requireRole(ctx, 'marketer', 'dpo')
  const { by, limit, after } = DuplicatesQuery.parse(input)
  const { value, there, type } = BY[by]
  const start = after ? await comparedOf(ctx, by, after) : null
  if (after && start === null) return { items: [], next: null }
  const { rows } = await sql<{ ids: string[] }>`
    select m.ids from (
      select ${value} as value from contact
      where business_id = ${ctx.businessId} and ${there} and ${ALIVE}
        and (${start}::${type} is null or ${value} > ${start}::${type})
      group by 1 having count(*) between 2 and ${MOST}::int) g
    cross join lateral (
      select array_agg(contact_id order by last_inbound_at desc nulls last, created_at, contact_id) as ids,
        count(*) filter (where bsuid_sealed is not null and last_inbound_at is not null) as writing, count(*) as all_of_them
      from contact where business_id = ${ctx.businessId} and ${value} = g.value and ${there} and ${ALIVE}) m
    where m.writing < m.all_of_them
    order by g.value limit ${limit + 1}`.execute(reading(ctx).db)
  const groups = rows.slice(0, limit).map(({ ids }) => ids)
  const people = new Map((await contactRows(ctx, groups.flat())).map((row) => [row.id, row]))
  const items = groups.flatMap((ids) => {
    const [id] = ids
    return id ? [{ id, by, people: ids.flatMap((each) => people.get(each) ?? []) }] : []
  })
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Other records that look like the same person; a guess, a member decides. @throws Problem `not_found` */
export async function findDuplicates(ctx: Context, contactId: string): Promise<ContactRow[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  await requireContact(ctx, contactId)
  const alike = await Promise.all(
    Likeness.options.map(async (by) => {
      const own = await comparedOf(ctx, by, contactId)
      if (own === null) return []
      const { value, there, type } = BY[by]
      // First who is alike, then which of them: the other way round it would read everybody, newest first.
      const { rows } = await sql<{ contact_id: string }>`
        select contact_id from (select contact_id, created_at from contact
          where business_id = ${ctx.businessId} and ${value} = ${own}::${type} and ${there} and ${ALIVE}
            and contact_id <> ${contactId} offset 0) alike
        order by created_at desc limit ${MOST}`.execute(reading(ctx).db)
      return rows
    }),
  )
  const ids = [...new Set(alike.flat().map((row) => row.contact_id))]
  return contactRows(ctx, ids.slice(0, MOST))
}

/**
 * What compares e-mails and numbers may not be asked before a policy of the database, which would have every person of the business
 * read for each. The statements name the business, and the rows are then read within it.
 */
const reading = (ctx: Context): Context => acrossBusinesses(ctx)

/** What of a contact is compared, as text; also of one that was merged or erased since a page was shown. */
async function comparedOf(ctx: Context, by: Likeness, contactId: string): Promise<string | null> {
  if (!z.uuid().safeParse(contactId).success) return null
  const { value, there } = BY[by]
  const { rows } = await sql<{ value: string }>`
    select ${value}::text as value from contact
    where business_id = ${ctx.businessId} and contact_id = ${contactId} and ${there}`.execute(ctx.db)
  return rows[0]?.value ?? null
}
