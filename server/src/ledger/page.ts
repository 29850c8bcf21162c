import { sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'

const PAGE = 500

/** A sealed row with everything in the database that must agree with it. */
export interface PageRow {
  entry_id: string
  type: string
  state: string
  purpose: string
  wording_hash: string
  rule_pack: string
  /** A column that was set to `infinity` by hand comes back as a number. */
  at: Date | number
  commitment: string
  seq: number
  leaf: string
  hashes: string[]
  /** Null when the consent event is gone. */
  contact_id: string | null
  event_fits: boolean | null
  evidence_sealed: Uint8Array | null
  salt_sealed: Uint8Array | null
  shredded: boolean | null
  erased: boolean | null
  /** The person's key, wrapped; null once the person was erased. */
  wrapped: Uint8Array | null
  restricted: boolean | null
  payload: unknown
  salt: string | null
}

/**
 * Rows in order, each page asked for while the one before is still worked on. The database and this process then work side by side,
 * and no more than two pages are in memory.
 */
export async function* readPages(ctx: Context, end: number): AsyncGenerator<readonly PageRow[]> {
  let next = readPage(ctx, -1, end)
  try {
    for (;;) {
      const rows = await next
      const last = rows.at(-1)
      if (!last) return
      if (rows.length === PAGE) {
        next = readPage(ctx, last.seq, end)
        // Nobody listens until the page at hand is done; a failure before that is told then, and must not end the process.
        next.catch(() => undefined)
      }
      yield rows
      if (rows.length < PAGE) return
    }
  } finally {
    // Whoever stops at a wrong leaf leaves a page on its way behind.
    await next.catch(() => undefined)
  }
}

/**
 * One look-up by key for each row and table, whatever the planner believes about their number: joins would be planned over whole
 * tables as soon as its estimates say so, for each page anew, and the check would slow down with the length of the ledger.
 */
async function readPage(ctx: Context, after: number, end: number): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`${PREPARED}
    select entry.*, event.contact_id, event.evidence_sealed, event.salt_sealed, event.shredded_at is not null as shredded,
      (event.type, event.state, event.at, case when event.topic_id is null then '*' else topic.key end)
        is not distinct from (entry.type, entry.state, entry.at, entry.purpose) as event_fits,
      contact.erased_at is not null as erased, key.wrapped, restricted.found as restricted, redaction.payload, redaction.salt
    from (
      select entry_id, type, state, purpose, wording_hash, rule_pack, at, commitment, seq,
        coalesce(leaf, '') as leaf, coalesce(hashes, '{}') as hashes
      from ledger_entry
      where business_id = ${ctx.businessId} and seq > ${after}::bigint and seq < ${end}::bigint
      order by seq limit ${sql.lit(PAGE)}) as entry
    left join lateral (
      select contact_id, topic_id, type, state, at, evidence_sealed, salt_sealed, shredded_at from consent_event
      where business_id = ${ctx.businessId} and event_id = entry.entry_id limit 1) as event on true
    left join lateral (
      select erased_at from contact
      where business_id = ${ctx.businessId} and contact_id = event.contact_id limit 1) as contact on true
    left join lateral (
      select wrapped from contact_key
      where business_id = ${ctx.businessId} and contact_id = event.contact_id limit 1) as key on true
    left join lateral (
      select key from topic
      where business_id = ${ctx.businessId} and topic_id = event.topic_id limit 1) as topic on true
    left join lateral (
      select true as found from restricted_evidence
      where business_id = ${ctx.businessId} and event_id = entry.entry_id limit 1) as restricted on true
    left join lateral (
      select payload, salt from ledger_redaction
      where business_id = ${ctx.businessId} and entry_id = entry.entry_id limit 1) as redaction on true
    order by entry.seq`.execute(ctx.db)
  return rows
}
