import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, withTransaction } from '../platform/index.ts'

export const AllowCountryInput = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  reason: z.string().trim().min(3).max(200),
})

/**
 * A member says that Meta lets the account write to this country again; the reason is kept. If it does not, 130497 closes it anew.
 * @throws Problem `not_found`
 */
export async function allowCountry(
  ctx: Context,
  channelId: string,
  input: z.input<typeof AllowCountryInput>,
): Promise<void> {
  requireRole(ctx, 'marketer')
  const { country, reason } = AllowCountryInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const { wabaId } = await getChannel(tx, channelId)
    const { numDeletedRows } = await tx.db
      .deleteFrom('country_block')
      .where('business_id', '=', tx.businessId)
      .where('waba_id', '=', wabaId)
      .where('country', '=', country)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw notFound({ de: 'Dieses gesperrte Land', en: 'This blocked country' })
    await recordAudit(tx, {
      action: 'channel.allow_country',
      entity: 'channel',
      entityId: channelId,
      before: { country },
      after: { reason },
    })
  })
}
