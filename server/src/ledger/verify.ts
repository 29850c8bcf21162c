import { LedgerError, type LedgerReport, openCheckpoint, toHex, verifyLedger } from '@jawort/ledger'
import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { CheckpointFeed, type KnownCheckpoint } from './checkpoint-feed.ts'
import { type Fault, faultSentence } from './faults.ts'
import { type Log, openLog } from './log.ts'
import { type Findings, readRecords } from './records.ts'

export const VerifyInput = z.object({
  /** Copies of earlier checkpoints that were kept elsewhere, verbatim. */
  externalCheckpoints: z.array(z.string().max(20_000)).max(100).default([]),
})

interface Common {
  /** Leaves in the log, as the database has it. */
  size: number
  /** Leaves read until the end, or until the first wrong one. */
  checked: number
  /** Entries without a number yet; the sealer takes a moment, so a few are in order. */
  unsealed: number
  at: Date
}

export type LedgerCheck = Common &
  (
    | {
        ok: true
        /** Hex */
        root: string
        /** Leaves under a signed checkpoint */
        vouched: number
        /** Leaves whose evidence nobody can read any more */
        shredded: number
        /** Those of them whose person was not erased by us: the key is gone without a record. */
        unexplained: number
      }
    | {
        ok: false
        /** Null when the wrong thing has no place in the log (`unlogged`). */
        seq: number | null
        /** The last leaf that may be the wrong one; equal to `seq` when it is certain. */
        until: number | null
        entryId: string | null
        reason: Fault
        sentence: Sentence
      }
  )

/**
 * Checks the whole ledger of the business against its signatures, against the evidence and against the consent events,
 * in one pass, page by page, and names the first wrong leaf. Leaves sealed after the start are left for the next check.
 * @throws Problem `forbidden`, `checkpoint_not_ours`
 */
export async function verifyBusinessLedger(
  ctx: Context,
  input: z.input<typeof VerifyInput> = {},
): Promise<LedgerCheck> {
  requireRole(ctx, 'dpo')
  const { externalCheckpoints } = VerifyInput.parse(input)
  const log = await openLog(ctx)
  const copies = await openCopies(log, externalCheckpoints)
  const extent = await readExtent(ctx)
  const findings: Findings = { checked: 0, unexplained: 0, fault: undefined }
  const feed = new CheckpointFeed(ctx, extent.signed, copies)
  await feed.loadUntil(0)
  const report = await verifyLedger({
    records: readRecords(ctx, log.origin, Math.max(extent.size, extent.signed), feed, findings),
    checkpoints: feed,
    keys: [log.signer.key],
  })
  const common = {
    size: extent.size,
    checked: findings.checked,
    unsealed: extent.unsealed,
    at: ctx.clock.now(),
  }
  if (!report.ok) return { ...common, ...(await nameFault(ctx, report, findings)) }
  const unlogged = await firstUnlogged(ctx)
  if (unlogged) return { ...common, ...wrong('unlogged', null, null, unlogged) }
  const { vouched, shredded } = report
  return {
    ...common,
    ok: true,
    root: toHex(report.root),
    vouched,
    shredded,
    unexplained: findings.unexplained,
  }
}

/** Reads the copies before the pass: an unreadable one is the caller's mistake and says nothing about the ledger. */
async function openCopies(log: Log, notes: readonly string[]): Promise<KnownCheckpoint[]> {
  const copies: KnownCheckpoint[] = []
  for (const note of notes) {
    try {
      copies.push({ size: (await openCheckpoint(note, [log.signer.key])).size, note })
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      throw new Problem('invalid', 'checkpoint_not_ours', {
        de: 'Einer der angegebenen Stände ist unleserlich oder nicht von diesem Nachweisbuch unterschrieben. Bitte füge ihn unverändert ein.',
        en: 'One of the given checkpoints cannot be read or is not signed by this ledger. Please paste it unchanged.',
      })
    }
  }
  return copies.sort((a, b) => a.size - b.size)
}

/** How far the log goes, by its leaves and by its checkpoints, seen at one moment. */
async function readExtent(ctx: Context): Promise<{ size: number; signed: number; unsealed: number }> {
  const { rows } = await sql<{ size: number; signed: number; unsealed: number }>`
    select
      (select coalesce(max(seq) + 1, 0) from ledger_entry where business_id = ${ctx.businessId}) as size,
      (select coalesce(max(size), 0) from ledger_checkpoint where business_id = ${ctx.businessId}) as signed,
      (select count(*) from ledger_entry where business_id = ${ctx.businessId} and seq is null) as unsealed`.execute(
    ctx.db,
  )
  return rows[0] ?? { size: 0, signed: 0, unsealed: 0 }
}

type Failed = Extract<LedgerReport, { ok: false }>

async function nameFault(ctx: Context, report: Failed, { fault }: Findings) {
  // The row was handed out with evidence that cannot be right, to stop the check there; this is why.
  const reason =
    fault && report.reason === 'commitment' && report.seq === fault.seq ? fault.reason : report.reason
  const entryId = reason === 'missing' ? await firstUnlogged(ctx) : await entryAt(ctx, report.seq)
  return wrong(reason, report.seq, report.until, entryId ?? null)
}

function wrong(reason: Fault, seq: number | null, until: number | null, entryId: string | null) {
  return { ok: false as const, seq, until, entryId, reason, sentence: faultSentence(reason, seq, until) }
}

async function entryAt(ctx: Context, seq: number): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('ledger_entry')
    .select('entry_id')
    .where('business_id', '=', ctx.businessId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.entry_id
}

/** A consent event and its entry are written in one transaction; one without the other was tampered with. */
async function firstUnlogged(ctx: Context): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('consent_event as event')
    .leftJoin('ledger_entry as entry', (join) =>
      join
        .onRef('entry.business_id', '=', 'event.business_id')
        .onRef('entry.entry_id', '=', 'event.event_id'),
    )
    .select('event.event_id')
    .where('event.business_id', '=', ctx.businessId)
    .where('entry.entry_id', 'is', null)
    .orderBy('event.event_id')
    .limit(1)
    .executeTakeFirst()
  return row?.event_id
}
