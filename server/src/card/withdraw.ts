import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getTopic, withdraw } from '../consent/index.ts'
import { lockContact } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'

export const WithdrawInput = z.object({
  /** Without it the objection is against all marketing. */
  topicId: z.uuid().optional(),
  /** The person's words or how they reached us; sealed with the evidence. */
  note: z.string().trim().max(1000).optional(),
})

/**
 * "Record an objection": the person said no by mail, by phone or in the shop, and any form counts (C-26). It has the
 * same effect as a STOP, at once; nobody can take it back for the person.
 * @throws Problem `not_found`
 */
export async function withdrawContact(
  ctx: Context,
  contactId: string,
  input: z.input<typeof WithdrawInput>,
): Promise<void> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { topicId, note } = WithdrawInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    await lockContact(tx, contactId)
    if (topicId) await getTopic(tx, topicId)
    const outcome = await withdraw(tx, {
      contactId,
      channelId: null,
      topicId: topicId ?? null,
      at: tx.clock.now(),
      how: 'member',
      ...(note ? { text: note } : {}),
    })
    await recordAudit(tx, {
      action: 'contact.withdraw',
      entity: 'contact',
      entityId: contactId,
      after: { topicId: topicId ?? null, ...outcome },
    })
  })
}
