import type { Insertable } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'

type Row = Omit<Insertable<DB['price_rate']>, 'business_id' | 'rate_id'>

/** Adds rates; one that exists for the same market, category and day is replaced. Gives the ids in the same order. */
export async function putRates(ctx: Context, rows: Row[]): Promise<string[]> {
  const written = await ctx.db
    .insertInto('price_rate')
    .values(
      rows.map((row) => ({
        ...row,
        business_id: ctx.businessId,
        rate_id: newId(),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['business_id', 'market', 'category', 'currency', 'effective_from'])
        .doUpdateSet((eb) => ({
          price: eb.ref('excluded.price'),
          source: eb.ref('excluded.source'),
          verified: eb.ref('excluded.verified'),
        })),
    )
    .returning('rate_id')
    .execute()
  return written.map((row) => row.rate_id)
}

export async function removeRate(ctx: Context, rateId: string): Promise<void> {
  await ctx.db
    .deleteFrom('price_rate')
    .where('business_id', '=', ctx.businessId)
    .where('rate_id', '=', rateId)
    .execute()
}
