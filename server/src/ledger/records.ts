import { fromHex, type LedgerRecord, REDACTION } from '@jawort/ledger'
import { businessKey } from '../businesses/index.ts'
import { openPerson } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import type { CheckpointFeed } from './checkpoint-feed.ts'
import type { Fault } from './faults.ts'
import { type PageRow, readPages } from './page.ts'

/** An opening that opens nothing: makes the check stop at this very leaf. */
const NOTHING = { payload: null, salt: new Uint8Array(0) }

/** What a pass over the log has found out beside what the log's own check says. */
export interface Findings {
  checked: number
  /** Leaves whose person's key is gone although nobody erased that person. */
  unexplained: number
  /** The reason to tell for a leaf that was handed out with an opening that opens nothing. */
  fault: { seq: number; reason: Fault } | undefined
}

/**
 * Every sealed row before `end` in order, with its evidence opened, page by page. A row that contradicts the database around it is
 * handed out with evidence that cannot be right, and `findings.fault` says what it really was.
 */
export async function* readRecords(
  ctx: Context,
  origin: string,
  end: number,
  feed: CheckpointFeed,
  findings: Findings,
): AsyncGenerator<LedgerRecord> {
  for await (const rows of readPages(ctx, end)) {
    await feed.loadUntil((rows.at(-1)?.seq ?? 0) + 1)
    const keys = await openKeys(ctx, rows)
    for (const row of rows) {
      findings.checked++
      const opening = judge(ctx, row, origin, keys)
      if (opening === 'shredded' && !row.erased && !row.shredded) findings.unexplained++
      if (typeof opening === 'string' && opening !== 'shredded' && opening !== 'sealed')
        findings.fault = { seq: row.seq, reason: opening }
      yield {
        seq: row.seq,
        leaf: Buffer.from(row.leaf, 'utf8'),
        hashes: row.hashes.map((hash) => fromHex(hash) ?? new Uint8Array(0)),
        opening:
          opening === 'shredded' || opening === 'sealed'
            ? opening
            : typeof opening === 'string'
              ? NOTHING
              : opening,
      }
    }
  }
}

/** The keys of these people; one that was tampered with counts as `damaged` and does not end the check. */
async function openKeys(ctx: Context, rows: readonly PageRow[]): Promise<Map<string, Key | 'damaged'>> {
  const wrapping = await businessKey(ctx)
  const keys = new Map<string, Key | 'damaged'>()
  for (const { contact_id: contactId, wrapped } of rows) {
    if (!contactId || !wrapped || keys.has(contactId)) continue
    try {
      keys.set(contactId, ctx.vault.unwrap(wrapping, wrapped, contactId))
    } catch (error) {
      ctx.log.warn({ err: error }, 'ledger.verify.key_damaged')
      keys.set(contactId, 'damaged')
    }
  }
  return keys
}

/** The evidence of a row, `shredded`, or what is wrong with it. */
function judge(
  ctx: Context,
  row: PageRow,
  origin: string,
  keys: Map<string, Key | 'damaged'>,
): LedgerOpening | 'shredded' | 'sealed' | Fault {
  if (!columnsFitLeaf(row, origin)) return 'columns'
  if (row.type === REDACTION) return redactionOf(row)
  const { contact_id, evidence_sealed, salt_sealed } = row
  if (!contact_id) return 'evidenceGone'
  if (!row.event_fits) return 'event'
  // Moved to the restricted vault, which no check opens, or destroyed.
  if (row.shredded) return row.restricted ? 'sealed' : 'shredded'
  if (!evidence_sealed || !salt_sealed) return 'evidenceGone'
  const key = keys.get(contact_id)
  if (!key) return 'shredded'
  if (key === 'damaged') return 'commitment'
  try {
    const payload: unknown = JSON.parse(
      openPerson(ctx, key, contact_id, `evidence:${row.entry_id}`, evidence_sealed),
    )
    const salt = fromHex(openPerson(ctx, key, contact_id, `salt:${row.entry_id}`, salt_sealed))
    return { payload, salt: salt ?? new Uint8Array(0) }
  } catch {
    // The vault says no more than "not sealed by us"; that is the finding.
    return 'commitment'
  }
}

/** A redaction says in the open what was destroyed; it has no person. */
function redactionOf({ payload, salt }: PageRow): LedgerOpening | Fault {
  return salt === null ? 'evidenceGone' : { payload, salt: fromHex(salt) ?? new Uint8Array(0) }
}

type LedgerOpening = Exclude<LedgerRecord['opening'], string>

/** Bytes that are no leaf fit, here: the check of the log itself names those more exactly. */
function columnsFitLeaf(row: PageRow, origin: string): boolean {
  const leaf = parseObject(row.leaf)
  if (leaf === undefined) return true
  return (
    leaf.v === 1 &&
    leaf.origin === origin &&
    leaf.seq === row.seq &&
    leaf.type === row.type &&
    leaf.state === row.state &&
    leaf.purpose === row.purpose &&
    leaf.textVersionHash === row.wording_hash &&
    leaf.rulePack === row.rule_pack &&
    leaf.commit === row.commitment &&
    leaf.t === (row.at instanceof Date ? row.at.toISOString() : String(row.at))
  )
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
