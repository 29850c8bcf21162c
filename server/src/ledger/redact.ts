import { commit, newSalt, REDACTION, toHex } from '@jawort/ledger'
import { type Context, newId } from '../platform/index.ts'
import { appendLedger } from './append.ts'

/** Why evidence was destroyed: its time was over, or the person or the business wanted it gone at once. */
export type RedactionReason = 'retention' | 'erasure'

/** Under which rules it was decided; the same words as for consent. */
const RULE_PACK = 'eu@2026-11'

/**
 * Says in the ledger that the evidence of these entries was destroyed, in the transaction that does it (§5.1): a leaf of type
 * `redaction` commits to `{ indexes, reason, t }`. An entry that has no place yet is named by its commitment instead, which its
 * leaf will carry. The redaction itself is never destroyed; destroying many people's evidence at once is one leaf, which
 * links nobody's entries.
 */
export async function appendRedaction(
  tx: Context,
  entryIds: readonly string[],
  reason: RedactionReason,
): Promise<void> {
  if (entryIds.length === 0) return
  const rows = await tx.db
    .selectFrom('ledger_entry')
    .select(['seq', 'commitment'])
    .where('business_id', '=', tx.businessId)
    .where('entry_id', 'in', [...entryIds])
    .orderBy('seq')
    .orderBy('commitment')
    .execute()
  const at = tx.clock.now()
  const commitments = rows.flatMap((row) => (row.seq === null ? [row.commitment] : []))
  const payload = {
    indexes: rows.flatMap((row) => row.seq ?? []),
    ...(commitments.length > 0 ? { commitments } : {}),
    reason,
    t: at.toISOString(),
  }
  const salt = newSalt()
  const entryId = newId()
  await appendLedger(tx, {
    entryId,
    type: REDACTION,
    state: 'shredded',
    purpose: '*',
    wordingHash: '',
    rulePack: RULE_PACK,
    at,
    commitment: toHex(commit(payload, salt)),
  })
  await tx.db
    .insertInto('ledger_redaction')
    .values({
      business_id: tx.businessId,
      entry_id: entryId,
      payload: JSON.stringify(payload),
      salt: toHex(salt),
    })
    .execute()
}
