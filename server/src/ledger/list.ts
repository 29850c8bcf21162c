import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Language, type Page, PageQuery, toPage } from '../platform/http/index.ts'
import type { Context, Sentence } from '../platform/index.ts'

export const LedgerEntry = z.object({
  id: z.uuid(),
  /** Null until the sealer has numbered it. */
  seq: z.number().int().nullable(),
  type: z.string(),
  state: z.string(),
  topicName: z.string(),
  at: z.iso.datetime(),
  leafHash: z.string().nullable(),
  /** Null once the person was erased. */
  contactId: z.uuid().nullable(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const LedgerQuery = PageQuery.extend({ after: z.uuid().optional() })

const ALL_TOPICS: Sentence = { de: 'Alle Themen', en: 'All topics' }
const TopicName = z.object({ de: z.string(), en: z.string() })

/** The entries, newest first; those that are not sealed yet too. */
export async function listLedgerEntries(
  ctx: Context,
  input: z.input<typeof LedgerQuery>,
  language: Language = 'en',
): Promise<Page<LedgerEntry>> {
  requireRole(ctx, 'dpo')
  const query = LedgerQuery.parse(input)
  let select = ctx.db
    .selectFrom('ledger_entry as entry')
    .leftJoin('topic', (join) =>
      join.onRef('topic.business_id', '=', 'entry.business_id').onRef('topic.key', '=', 'entry.purpose'),
    )
    .leftJoin('consent_event as event', (join) =>
      join
        .onRef('event.business_id', '=', 'entry.business_id')
        .onRef('event.event_id', '=', 'entry.entry_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.business_id', '=', 'event.business_id')
        .onRef('contact.contact_id', '=', 'event.contact_id')
        .on('contact.erased_at', 'is', null),
    )
    .select([
      'entry.entry_id',
      'entry.seq',
      'entry.type',
      'entry.state',
      'entry.purpose',
      'entry.at',
      'topic.name',
    ])
    .select(['contact.contact_id', sql<string | null>`entry.hashes[1]`.as('leaf_hash')])
    .where('entry.business_id', '=', ctx.businessId)
    .orderBy('entry.entry_id', 'desc')
    .limit(query.limit + 1)
  if (query.after) select = select.where('entry.entry_id', '<', query.after)
  const rows = await select.execute()
  return toPage(
    rows,
    query.limit,
    (row) => row.entry_id,
    (row) => ({
      id: row.entry_id,
      seq: row.seq,
      type: row.type,
      state: row.state,
      topicName: row.name
        ? TopicName.parse(row.name)[language]
        : row.purpose === '*'
          ? ALL_TOPICS[language]
          : row.purpose,
      at: row.at.toISOString(),
      leafHash: row.leaf_hash,
      contactId: row.contact_id,
    }),
  )
}
