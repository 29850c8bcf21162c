import { EXIT_CODES } from '@jawort/ledger'
import { createContext, type Runtime } from '../platform/index.ts'
import { ledgerHead } from './head.ts'
import { type LedgerCheck, verifyBusinessLedger } from './verify.ts'

/** What a command prints, and how its process ends. */
export interface CommandResult {
  lines: string[]
  exitCode: number
}

/** No business of that name: nothing was checked, which must not look like a good result. */
const NO_SUCH_BUSINESS = 2

/**
 * `jawort verify [--business slug]`: checks the ledger of one business, or of all.
 * Exit codes: those of @jawort/ledger (0 in order, 30 changed, 40 badly signed; the worst of all businesses), 2 when
 * there is no such business.
 */
export async function verifyCommand(
  runtime: Runtime,
  options: { business?: string } = {},
): Promise<CommandResult> {
  let select = runtime.db.selectFrom('business').select(['business_id', 'slug']).orderBy('slug')
  if (options.business !== undefined) select = select.where('slug', '=', options.business)
  const businesses = await select.execute()
  if (options.business !== undefined && businesses.length === 0) {
    return { lines: [`There is no business "${options.business}".`], exitCode: NO_SUCH_BUSINESS }
  }
  const lines: string[] = []
  let exitCode: number = EXIT_CODES.valid
  for (const { business_id, slug } of businesses) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: 'ledger.verify' })
    const check = await verifyBusinessLedger(ctx)
    lines.push(...describe(slug, check))
    if (check.ok) lines.push(...(await signedLines(ctx)))
    exitCode = Math.max(exitCode, exitCodeOf(check))
  }
  return { lines, exitCode }
}

function exitCodeOf(check: LedgerCheck): number {
  if (check.ok) return EXIT_CODES.valid
  return check.reason === 'badSignature' ? EXIT_CODES.badSignature : EXIT_CODES.tampered
}

function describe(slug: string, check: LedgerCheck): string[] {
  const waiting = check.unsealed > 0 ? [`  ${check.unsealed} entries wait to be sealed`] : []
  if (!check.ok) {
    const entry = check.entryId ? [`  entry ${check.entryId}`] : []
    return [
      `${slug}: WRONG (${check.reason}), ${check.size} leaves`,
      `  ${check.sentence.en}`,
      ...entry,
      ...waiting,
    ]
  }
  const unexplained =
    check.unexplained > 0
      ? [`  ${check.unexplained} of the shredded leaves belong to people who were not erased`]
      : []
  return [
    `${slug}: ok, ${check.size} leaves, ${check.vouched} of them signed, ${check.shredded} shredded`,
    `  root ${check.root}`,
    ...unexplained,
    ...waiting,
  ]
}

async function signedLines(ctx: Parameters<typeof ledgerHead>[0]): Promise<string[]> {
  const { size, lastCheckpointAt, publicKey } = await ledgerHead(ctx)
  const checkpoint = lastCheckpointAt
    ? [`  checkpoint ${size} signed ${lastCheckpointAt}`]
    : ['  no checkpoint yet']
  return [...checkpoint, `  key ${publicKey}`]
}
