import type { Context } from '../platform/index.ts'

/** Lets every number of the business send marketing, as if all that C-52 and C-70 ask for had been done. */
export async function makeLive(ctx: Pick<Context, 'db' | 'businessId' | 'clock'>): Promise<void> {
  await ctx.db
    .updateTable('channel')
    .set({ live_at: ctx.clock.now() })
    .where('business_id', '=', ctx.businessId)
    .execute()
  await ctx.db
    .updateTable('business')
    .set({ state: 'live' })
    .where('business_id', '=', ctx.businessId)
    .execute()
}
