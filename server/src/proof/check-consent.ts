import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem } from '../platform/index.ts'
import { checkFiles, eventFiles } from './event-files.ts'
import { type ConsentKey, proofFacts } from './facts.ts'

/**
 * What a check of one consent against the ledger came to: `valid` with readable evidence, `shredded` when some of it was
 * destroyed, `unsealed` when it is only just getting its place, `missing` when nothing proves it, `damaged` when it does not hold.
 */
export type ConsentVerdict = 'valid' | 'shredded' | 'unsealed' | 'missing' | 'damaged'

const BY_PROBLEM: Record<string, ConsentVerdict> = {
  not_sealed: 'unsealed',
  not_found: 'missing',
  ledger_damaged: 'damaged',
}

/**
 * Checks one consent as whoever gets its proof pack would: places in the ledger, signatures, evidence against its commitment,
 * wordings. Nothing is handed out (C-42, C-69).
 * @throws Problem `forbidden`
 */
export async function checkConsent(
  ctx: Context,
  contactId: string,
  only: ConsentKey,
): Promise<ConsentVerdict> {
  requireRole(ctx, 'dpo')
  try {
    const facts = await proofFacts(ctx, contactId, only)
    const { verdict } = await checkFiles(ctx, await eventFiles(ctx, facts))
    return verdict === 'shredded' ? 'shredded' : 'valid'
  } catch (error) {
    const known = error instanceof Problem ? BY_PROBLEM[error.code] : undefined
    if (!known) throw error
    return known
  }
}
