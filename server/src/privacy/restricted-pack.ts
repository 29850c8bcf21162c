import type { Context } from '../platform/index.ts'
import { proofPack } from '../proof/index.ts'
import { openForTwo } from './read-restricted.ts'

/**
 * The proof pack of somebody who was erased, made from the restricted vault: what a court gets (C-15), for the two members who
 * unlocked it and while their unlock lasts (C-40). Opening it and the pack are two entries of the audit log.
 * @throws Problem `not_found`, `unlock_missing`, `member_only`, `not_sealed`, `ledger_damaged`
 */
export async function restrictedPack(
  ctx: Context,
  unlockId: string,
): Promise<{ fileName: string; zip: Buffer }> {
  const { contactId, proof } = await openForTwo(ctx, unlockId)
  const opened = new Map(proof.events.map(({ entryId, payload, salt }) => [entryId, { payload, salt }]))
  return proofPack(ctx, contactId, undefined, opened)
}
