import { sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import type { Context } from '../platform/index.ts'

/** Few enough that nobody waits for these rows. */
const BATCH = 500

/**
 * After the key of the business was replaced: wraps the keys of its people with the new one, batch by batch. Whoever is erased
 * meanwhile stays erased. Can be broken off and run again; whoever was done is passed over.
 * @returns how many keys were wrapped anew
 */
export async function rewrapPersonKeys(ctx: Context): Promise<number> {
  const { businessId, vault } = ctx
  const wrapping = await businessKey(ctx)
  let changed = 0
  let after: string | undefined
  for (;;) {
    let select = ctx.db
      .selectFrom('contact_key')
      .select(['contact_id', 'wrapped'])
      .where('business_id', '=', businessId)
      .orderBy('contact_id')
      .limit(BATCH)
    if (after) select = select.where('contact_id', '>', after)
    const rows = await select.execute()
    const anew = rows.flatMap(({ contact_id: id, wrapped }) => {
      const fresh = vault.rewrap(wrapping, wrapped, id)
      return fresh ? [{ id, before: Buffer.from(wrapped), fresh }] : []
    })
    if (anew.length > 0) {
      const { numAffectedRows } = await sql`
        update contact_key k set wrapped = v.fresh
        from unnest(${anew.map((row) => row.id)}::uuid[], ${anew.map((row) => row.before)}::bytea[], ${anew.map((row) => row.fresh)}::bytea[])
          as v (contact_id, before, fresh)
        where k.business_id = ${businessId} and k.contact_id = v.contact_id and k.wrapped = v.before`.execute(
        ctx.db,
      )
      changed += Number(numAffectedRows ?? 0)
    }
    after = rows.at(-1)?.contact_id
    if (rows.length < BATCH) return changed
  }
}
