import { type Context, withTransaction } from '../platform/index.ts'
import { actionFor } from '../whatsapp/index.ts'
import { stoppedByMeta } from './hooks.ts'
import type { Lease } from './lease.ts'
import { consequencesOf } from './outcome.ts'
import { lockConsents } from './second-try.ts'
import type { Sent } from './send.ts'
import { type Settled, settle } from './settle.ts'

/** Whether Meta refused because the person stopped marketing inside WhatsApp (131050). */
export function isStop({ outcome }: Pick<Sent, 'outcome'>): boolean {
  return 'code' in outcome && consequencesOf(actionFor(outcome.code)).person === 'withdraw'
}

/**
 * Writes such a refusal and withdraws the person in one transaction: nothing that happens in between loses the withdrawal. Each by
 * itself, because it locks consents first as every withdrawal does, and because one that fails is tried again without the others.
 */
export async function settleStop(ctx: Context, lease: Lease, sent: Sent): Promise<Settled[]> {
  return withTransaction(ctx, async (tx) => {
    const { messageId, contactId } = sent.message
    await lockConsents(tx, [contactId])
    const settled = await settle(tx, lease, [sent])
    // True also where somebody else has settled the message.
    const { channelId } = lease
    await tx.hooks.run(stoppedByMeta, tx, { contactId, channelId, at: tx.clock.now(), messageId })
    return settled
  })
}
