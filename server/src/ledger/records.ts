import { fromHex, type LedgerRecord, REDACTION } from '@jawort/ledger'
import { openPerson, personKeys } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { toLeaf } from './append.ts'
import type { CheckpointFeed } from './checkpoint-feed.ts'
import type { Fault } from './faults.ts'

const PAGE = 500

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
  let after = -1
  for (;;) {
    const rows = await readPage(ctx, after, end)
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
    await feed.loadUntil(after + 1)
    const keys = await keysOf(ctx, [...new Set(rows.flatMap((row) => row.contact_id ?? []))])
    for (const row of rows) {
      findings.checked++
      const opening = judge(ctx, row, origin, keys)
      if (opening === 'shredded' && row.erased_at === null && row.shredded_at === null) findings.unexplained++
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

type Row = Awaited<ReturnType<typeof readPage>>[number]

async function readPage(ctx: Context, after: number, end: number) {
  const rows = await ctx.db
    .selectFrom('ledger_entry as entry')
    .leftJoin('consent_event as event', (join) =>
      join
        .onRef('event.business_id', '=', 'entry.business_id')
        .onRef('event.event_id', '=', 'entry.entry_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.business_id', '=', 'event.business_id')
        .onRef('contact.contact_id', '=', 'event.contact_id'),
    )
    .leftJoin('topic', (join) =>
      join
        .onRef('topic.business_id', '=', 'event.business_id')
        .onRef('topic.topic_id', '=', 'event.topic_id'),
    )
    .leftJoin('restricted_evidence as restricted', (join) =>
      join
        .onRef('restricted.business_id', '=', 'entry.business_id')
        .onRef('restricted.event_id', '=', 'entry.entry_id'),
    )
    .leftJoin('ledger_redaction as redaction', (join) =>
      join
        .onRef('redaction.business_id', '=', 'entry.business_id')
        .onRef('redaction.entry_id', '=', 'entry.entry_id'),
    )
    .select([
      'event.shredded_at',
      'restricted.event_id as restricted_id',
      'redaction.payload',
      'redaction.salt',
    ])
    .select([
      'entry.entry_id',
      'entry.type',
      'entry.state',
      'entry.purpose',
      'entry.wording_hash',
      'entry.rule_pack',
    ])
    .select(['entry.at', 'entry.commitment', 'entry.seq', 'entry.leaf', 'entry.hashes'])
    .select([
      'event.contact_id',
      'event.type as event_type',
      'event.state as event_state',
      'event.at as event_at',
    ])
    .select([
      'event.evidence_sealed',
      'event.salt_sealed',
      'event.topic_id',
      'topic.key as topic_key',
      'contact.erased_at',
    ])
    .where('entry.business_id', '=', ctx.businessId)
    .where('entry.seq', '>', after)
    .where('entry.seq', '<', end)
    .orderBy('entry.seq')
    .limit(PAGE)
    .execute()
  return rows.map((row) => ({ ...row, seq: row.seq ?? -1, leaf: row.leaf ?? '', hashes: row.hashes ?? [] }))
}

/** The keys of these people; one that was tampered with counts as `damaged` and does not end the check. */
async function keysOf(ctx: Context, contactIds: string[]): Promise<Map<string, Key | 'damaged'>> {
  try {
    return await personKeys(ctx, contactIds)
  } catch (error) {
    if (contactIds.length === 1) return new Map(contactIds.map((id) => [id, 'damaged']))
    ctx.log.warn({ err: error }, 'ledger.verify.key_damaged')
    const keys = new Map<string, Key | 'damaged'>()
    for (const id of contactIds) for (const [found, key] of await keysOf(ctx, [id])) keys.set(found, key)
    return keys
  }
}

/** The evidence of a row, `shredded`, or what is wrong with it. */
function judge(
  ctx: Context,
  row: Row,
  origin: string,
  keys: Map<string, Key | 'damaged'>,
): LedgerOpening | 'shredded' | 'sealed' | Fault {
  if (!columnsFitLeaf(row, origin)) return 'columns'
  if (row.type === REDACTION) return redactionOf(row)
  const { contact_id, evidence_sealed, salt_sealed } = row
  if (!contact_id) return 'evidenceGone'
  if (!eventFitsColumns(row)) return 'event'
  // Moved to the restricted vault, which no check opens, or destroyed.
  if (row.shredded_at) return row.restricted_id ? 'sealed' : 'shredded'
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
function redactionOf({ payload, salt }: Row): LedgerOpening | Fault {
  return salt === null ? 'evidenceGone' : { payload, salt: fromHex(salt) ?? new Uint8Array(0) }
}

type LedgerOpening = Exclude<LedgerRecord['opening'], string>

/** Bytes that are no leaf fit, here: the check of the log itself names those more exactly. */
function columnsFitLeaf(row: Row, origin: string): boolean {
  const leaf = parseObject(row.leaf)
  const { wording_hash: wordingHash, rule_pack: rulePack, ...rest } = row
  const wanted = {
    ...toLeaf({ ...rest, wordingHash, rulePack, at: new Date(0) }, origin, row.seq),
    t: iso(row.at),
  }
  return leaf === undefined || Object.entries(wanted).every(([name, value]) => leaf[name] === value)
}

function eventFitsColumns(row: Row): boolean {
  const purpose = row.topic_id === null ? '*' : row.topic_key
  return (
    row.event_type === row.type &&
    row.event_state === row.state &&
    iso(row.event_at) === iso(row.at) &&
    purpose === row.purpose
  )
}

/** A column that was set to `infinity` by hand comes back as a number. */
function iso(at: unknown): string {
  return at instanceof Date ? at.toISOString() : String(at)
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
