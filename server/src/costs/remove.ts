import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, withTransaction } from '../platform/index.ts'
import { removeRates } from './store.ts'
import { toPriceRate } from './view.ts'

export const RateId = z.object({ id: z.uuid() })

/** @throws Problem `not_found` */
export async function deleteRate(ctx: Context, input: z.input<typeof RateId>): Promise<void> {
  requireRole(ctx, 'marketer')
  const { id } = RateId.parse(input)
  await withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('price_rate')
      .selectAll()
      .where('business_id', '=', tx.businessId)
      .where('rate_id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound({ de: 'Diesen Preis', en: 'This price' })
    await removeRates(tx, [id])
    await recordAudit(tx, {
      action: 'price_rate.delete',
      entity: 'price_rate',
      entityId: id,
      before: toPriceRate(row),
    })
  })
}
