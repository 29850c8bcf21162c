import { formatProof, inclusionProof, LedgerError, openCheckpoint, openProof } from '@jawort/ledger'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem } from '../platform/index.ts'
import { openLog } from './log.ts'
import { stampedCheckpoint } from './stamped.ts'
import { HashMissing, lastCheckpoint, storedHashes } from './store.ts'

/**
 * The text of a `.tlog-proof` file (C2SP tlog-proof@v1): that this entry stands in the ledger, as it was signed when it was first
 * stamped with the time (`anchorsFor` gives the stamp), or else as it was signed last.
 * Its `extra` line carries the leaf, which the proof is about; whoever checks the proof hashes it, so it needs no trust.
 * @param under an earlier signed state to prove it by, such as one that was time-stamped
 * @throws Problem `forbidden`, `not_found`, `not_sealed` (wait a moment), `ledger_damaged`
 */
export async function inclusionProofFor(
  ctx: Context,
  entryId: string,
  under?: { readonly note: string },
): Promise<string> {
  requireRole(ctx, 'dpo')
  const row = await ctx.db
    .selectFrom('ledger_entry')
    .select(['seq', 'leaf'])
    .where('business_id', '=', ctx.businessId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Eintrag', en: 'This entry' })
  const last = under ?? (await lastCheckpoint(ctx))
  if (row.seq === null || row.leaf === null || !last) {
    throw new Problem('conflict', 'not_sealed', {
      de: 'Dieser Eintrag bekommt gerade erst seinen Platz im Nachweisbuch. Bitte versuche es in ein paar Sekunden noch einmal.',
      en: 'This entry is only just getting its place in the ledger. Please try again in a few seconds.',
    })
  }
  const { note } = under ?? (await stampedCheckpoint(ctx, row.seq)) ?? last
  const proof = await prove(ctx, row.seq, Buffer.from(row.leaf, 'utf8'), note)
  if (proof === undefined) {
    throw new Problem('conflict', 'ledger_damaged', {
      de: 'Für diesen Eintrag lässt sich kein Nachweis ausstellen, weil am Nachweisbuch etwas verändert wurde. Bitte lass es prüfen.',
      en: 'No proof can be given for this entry, because something in the ledger was changed. Please have the ledger checked.',
    })
  }
  return proof
}

/** A proof that holds; undefined when what is stored does not give one. */
async function prove(
  ctx: Context,
  seq: number,
  leaf: Uint8Array,
  checkpoint: string,
): Promise<string | undefined> {
  const { key } = (await openLog(ctx)).signer
  try {
    const { size } = await openCheckpoint(checkpoint, [key])
    if (seq >= size) return undefined
    const hashes = await inclusionProof(seq, size, storedHashes(ctx))
    const proof = formatProof({ index: seq, hashes, checkpoint, extra: leaf })
    return (await openProof(proof, leaf, [key])).included ? proof : undefined
  } catch (error) {
    if (error instanceof LedgerError || error instanceof HashMissing) return undefined
    throw error
  }
}
