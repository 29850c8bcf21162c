import { readFileSync } from 'node:fs'
import {
  describeCheck,
  EXIT_CODES,
  formatVerifierKey,
  LedgerError,
  PACK_WORDS,
  type PackCheck,
  parseVerifierKey,
  type VerifierKey,
  type Vouch,
  verifyPackFile,
} from '@jawort/ledger'
import { verifyTimestamp } from '../ledger/index.ts'

/** The file or the key cannot be read: nothing was checked, which must not look like a good result. */
const NOTHING_CHECKED = 2

/**
 * `jawort verify pack.zip [--key <verifier key>] [--trust <certificates>]`: checks a proof pack, without a database and without a
 * network.
 * @param trusted PEM: who may vouch for time-stamping authorities; without it the lines say that nobody looked
 * @returns what to print, and the exit code: 0 valid, 10 shredded but included, 20 not included, 30 changed, 40 badly
 * signed, 50 time token wrong; 2 when file or key cannot be read
 */
export async function verifyPackCommand(
  path: string,
  key?: string,
  trusted?: string,
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
  const report = await verifyPackFile(bytes, keys, trusted === undefined ? undefined : vouchWith(trusted))
  const lines = report.checks.map((check) => {
    return `${signOf(check)} ${check.subject === '' ? '' : `${check.subject}: `}${describeCheck(check, 'en')}`
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

function signOf({ verdict, unchecked }: PackCheck): string {
  if (unchecked) return '?    '
  return verdict === 'valid' ? 'ok   ' : verdict === 'shredded' ? 'gone ' : 'WRONG'
}

function vouchWith(trusted: string): Vouch {
  return (token, data) => verifyTimestamp(token, data, trusted)
}
