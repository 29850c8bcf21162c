import { z } from 'zod'
import { isSimulated } from '../platform/config.ts'
import { acrossBusinesses, type Context, ROLES } from '../platform/index.ts'
import type { SignedIn } from './authenticate.ts'

export const Me = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string(), operator: z.boolean() }),
  businesses: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      state: z.enum(['trial', 'live', 'frozen']),
    }),
  ),
  /** Where the phones and the sample shop are, when this installation talks to the simulator; else null. */
  demo: z.object({ simulatorUrl: z.string(), shopUrl: z.string() }).nullable(),
})
export type Me = z.infer<typeof Me>

/** Who is signed in, and which businesses the account belongs to. */
export async function whoAmI(ctx: Context, account: SignedIn): Promise<Me> {
  const rows = await acrossBusinesses(ctx)
    .db.selectFrom('member')
    .innerJoin('business', 'business.business_id', 'member.business_id')
    .select(['business.business_id', 'business.slug', 'business.name', 'business.state', 'member.role'])
    .where('member.account_id', '=', account.accountId)
    .orderBy('business.name')
    .execute()
  return {
    account: { id: account.accountId, name: account.name, email: account.email, operator: account.operator },
    businesses: rows.map((row) => ({
      id: row.business_id,
      slug: row.slug,
      name: row.name,
      role: row.role,
      state: row.state,
    })),
    demo: isSimulated(ctx.config)
      ? { simulatorUrl: ctx.config.graphBaseUrl, shopUrl: `${ctx.config.publicUrl}/demo` }
      : null,
  }
}
