import { readArchive } from './archive.ts'
import { LedgerError } from './error.ts'
import type { VerifierKey } from './key.ts'
import { type PackReport, type Vouch, verifyPack } from './verify_pack.ts'

/** Checks the bytes of a pack's ZIP file: the archive itself, then what is in it (see `verifyPack`). */
export async function verifyPackFile(
  bytes: Uint8Array,
  keys?: readonly VerifierKey[],
  vouch?: Vouch,
): Promise<PackReport> {
  try {
    const report = await verifyPack(readArchive(bytes), keys, vouch)
    const archive = { step: 'archive', subject: '', verdict: 'valid', detail: '' } as const
    return { ...report, checks: [archive, ...report.checks] }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    const check = { step: 'archive', subject: '', verdict: 'tampered', detail: error.message } as const
    return {
      verdict: 'tampered',
      key: undefined,
      keyGiven: keys !== undefined,
      issuedAt: undefined,
      checks: [check],
      events: [],
    }
  }
}
