import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { forgetSuppression } from '../consent/index.ts'
import { identityDigests, readNumber } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { noteShredded } from './shred-list.ts'

export const ForgetBlockInput = z.object({
  /** The number of somebody who was erased before; it is compared, never stored. */
  phone: z.string().max(40),
  confirm: z.literal('ERASE'),
})

/**
 * Takes the block list's entry of a number away, later than the erasure and only because the person demands even that (§3.6): they
 * were told that nothing then keeps an import from bringing them back. Logged without the number.
 * @returns how many entries there were
 * @throws Problem `number_wrong`, `person_here`
 */
export async function forgetBlock(
  ctx: Context,
  input: z.input<typeof ForgetBlockInput>,
): Promise<{ forgotten: number }> {
  requireRole(ctx, 'dpo')
  const { phone } = ForgetBlockInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const digests = identityDigests(tx, { phone: await readNumber(tx, phone) }).map(({ digest }) => digest)
    await refuseKnown(tx, digests)
    const gone = await forgetSuppression(tx, digests)
    await noteShredded(tx, 'block', gone)
    await recordAudit(tx, {
      action: 'suppression.forget',
      entity: 'suppression',
      entityId: 'one',
      after: { forgotten: gone.length, demandedByPerson: true },
    })
    return { forgotten: gone.length }
  })
}

/** Of somebody who is still here the entry is their objection, which nobody lifts for them (C-33). */
async function refuseKnown(tx: Context, digests: readonly string[]): Promise<void> {
  const known = await tx.db
    .selectFrom('contact_identity')
    .select('contact_id')
    .where('business_id', '=', tx.businessId)
    .where('digest', 'in', [...digests])
    .executeTakeFirst()
  if (!known) return
  throw new Problem('conflict', 'person_here', {
    de: 'Zu dieser Nummer gibt es hier noch eine Person. Lösch sie zuerst; solange sie hier ist, bleibt ihr Nein bestehen.',
    en: 'There still is a person with this number here. Erase them first; while they are here their no stands.',
  })
}
