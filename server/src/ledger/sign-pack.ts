import { formatVerifierKey, PACK, signManifest } from '@jawort/ledger'
import type { Context } from '../platform/index.ts'
import { openLog } from './log.ts'

/** The key to check this business's ledger with, as it is printed (C2SP verifier key). */
export async function ledgerKey(ctx: Context): Promise<string> {
  return formatVerifierKey((await openLog(ctx)).signer.key)
}

/**
 * Signs the list of a proof pack's files with the log's own key. The files must hold the key itself (`log.key`).
 * @returns the text of the pack's `pack.note`
 */
export async function signPack(ctx: Context, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  if (!files.has(PACK.key)) throw new Error('A pack carries the key that signs it.')
  return signManifest(files, ctx.clock.now(), (await openLog(ctx)).signer)
}
