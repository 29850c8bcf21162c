import { readFileSync } from 'node:fs'
import {
  describeCheck,
  EXIT_CODES,
  formatVerifierKey,
  LedgerError,
  PACK_WORDS,
  parseVerifierKey,
  type VerifierKey,
  verifyPackFile,
} from '@jawort/ledger'

/** The file or the key cannot be read: nothing was checked, which must not look like a good result. */
const NOTHING_CHECKED = 2

/**
 * `jawort verify pack.zip [--key <verifier key>]`: checks a proof pack, without a database and without a network.
 * @returns what to print, and the exit code: 0 valid, 10 shredded but included, 20 not included, 30 changed, 40 badly
 * signed, 50 time token wrong; 2 when file or key cannot be read
 */
export async function verifyPackCommand(
  path: string,
  key?: string,
): Promise<{ lines: string[]; exitCode: number }> {
  let bytes: Uint8Array
  let keys: VerifierKey[] | undefined
  try {
    bytes = readFileSync(path)
    keys = key === undefined ? undefined : [parseVerifierKey(key)]
  } catch (error) {
    const readable = error instanceof LedgerError || (error instanceof Error && 'code' in error)
    if (!readable) throw error
    return { lines: [error.message], exitCode: NOTHING_CHECKED }
  }
  const report = await verifyPackFile(bytes, keys)
  const lines = report.checks.map((check) => {
    const sign = check.verdict === 'valid' ? 'ok   ' : check.verdict === 'shredded' ? 'gone ' : 'WRONG'
    return `${sign} ${check.subject === '' ? '' : `${check.subject}: `}${describeCheck(check, 'en')}`
  })
  const about = report.key
    ? [
        report.keyGiven
          ? `Checked with the given key ${formatVerifierKey(report.key)}`
          : `Checked with the key in the pack; compare it with the one the business names, or give it with --key:\n${formatVerifierKey(report.key)}`,
      ]
    : []
  const exitCode = EXIT_CODES[report.verdict]
  return { lines: [...lines, ...about, `${PACK_WORDS.en.verdicts[report.verdict]} (${exitCode})`], exitCode }
}
