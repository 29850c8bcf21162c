import { EXIT_CODES } from '@jawort/ledger'
import { createContext, type Runtime } from '../platform/index.ts'
import { checkStamps, type StampCheck } from './anchor/check-stamps.ts'
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
 * `jawort verify [--business slug] [--trust <certificates>]`: checks the ledger of one business, or of all, and the stored time stamps.
 * Exit codes: those of @jawort/ledger (0 in order, 30 changed, 40 badly signed, 50 a time stamp is wrong; the worst of all
 * businesses), 2 when there is no such business.
 * @param options.trusted PEM: who may vouch for time-stamping authorities; without it the lines say that nobody looked
 */
export async function verifyCommand(
  runtime: Runtime,
  options: { business?: string | undefined; trusted?: string | undefined } = {},
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
    const stamps = await checkStamps(ctx, options.trusted)
    lines.push(...stampLines(stamps))
    exitCode = worse(exitCode, worse(exitCodeOf(check), stamps.wrong > 0 ? EXIT_CODES.badTimeToken : 0))
  }
  return { lines, exitCode }
}

function exitCodeOf(check: LedgerCheck): number {
  if (check.ok) return EXIT_CODES.valid
  return check.reason === 'badSignature' ? EXIT_CODES.badSignature : EXIT_CODES.tampered
}

/** A wrong time stamp says less than a ledger that was changed, although its code is higher. */
const RANK: readonly number[] = [
  EXIT_CODES.valid,
  EXIT_CODES.badTimeToken,
  EXIT_CODES.tampered,
  EXIT_CODES.badSignature,
]

function worse(one: number, other: number): number {
  return RANK.indexOf(one) > RANK.indexOf(other) ? one : other
}

function stampLines({ count, newest, vouched, wrong, faults }: StampCheck): string[] {
  if (count === 0) return []
  const upTo = newest
    ? `, up to checkpoint ${newest.size}: ${newest.at.toISOString()}, ${newest.authority}`
    : ''
  const named = faults.map(
    ({ anchorId, size, detail }) => `  WRONG time stamp ${anchorId} over checkpoint ${size}: ${detail}`,
  )
  const more = wrong > faults.length ? [`  and ${wrong - faults.length} more wrong time stamps`] : []
  const trust = vouched
    ? []
    : [
        '  who vouches for the time stamp authority was not checked: no certificate to trust is given (JAWORT_TIMESTAMP_CA_FILE or --trust)',
      ]
  return [`  ${count - wrong} of ${count} time stamps hold${upTo}`, ...named, ...more, ...trust]
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
