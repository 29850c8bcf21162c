import { sql } from 'kysely'
import { z } from 'zod'
import { topicName, topicsById } from '../consent/index.ts'
import { CONSENT_STATES, openPerson, personKey } from '../contacts/index.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { SourceKind } from '../signup/index.ts'

/** One consent with what proves it. */
export const ConsentProof = z.object({
  topicId: z.uuid(),
  topicName: z.string(),
  channelId: z.uuid(),
  state: z.enum(CONSENT_STATES),
  stateAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  requestedAt: z.iso.datetime().nullable(),
  wording: z
    .object({ id: z.uuid(), version: z.number().int(), language: z.string(), body: z.string() })
    .nullable(),
  source: z.object({ id: z.uuid(), name: z.string(), kind: SourceKind }).nullable(),
  /** The person's own first message. */
  firstHalf: z
    .object({
      at: z.iso.datetime(),
      text: z.string(),
      pageUrl: z.string().nullable(),
      sourceName: z.string().nullable(),
    })
    .nullable(),
  /** The question as it was shown, and the tap that answered it. */
  secondHalf: z
    .object({ at: z.iso.datetime(), questionText: z.string(), answer: z.string(), wamid: z.string() })
    .nullable(),
  /** The leaf of the event that led to the present state. */
  ledger: z
    .object({ entryId: z.uuid(), seq: z.number().int().nullable(), leafHash: z.string().nullable() })
    .nullable(),
})
export type ConsentProof = z.infer<typeof ConsentProof>

interface Row {
  topic_id: string
  channel_id: string
  state: ConsentProof['state']
  state_at: Date
  confirmed_at: Date | null
  requested_at: Date | null
  wording_id: string | null
  version: number | null
  language: string | null
  body: string | null
  source_id: string | null
  source_name: string | null
  source_kind: z.infer<typeof SourceKind> | null
  first_id: string | null
  first_at: Date | null
  first_sealed: Uint8Array | null
  second_id: string | null
  second_at: Date | null
  second_sealed: Uint8Array | null
  last_id: string | null
  seq: number | null
  leaf_hash: string | null
}

const FirstEvidence = z.looseObject({
  text: z.string().nullish(),
  pageUrl: z.string().nullish(),
  sourceName: z.string().nullish(),
})
const SecondEvidence = z.looseObject({
  question: z.string().nullish(),
  answer: z.string().nullish(),
  wamid: z.string().nullish(),
})

/** The consents of a person; halves that belong to an earlier request are not shown as proof of the present one. */
export async function consentProofs(
  ctx: Context,
  contactId: string,
  language: Language,
): Promise<ConsentProof[]> {
  const newest = (type: string) => sql`
    left join lateral (
      select e.event_id, e.at, e.evidence_sealed from consent_event e
      where e.business_id = s.business_id and e.contact_id = s.contact_id and e.channel_id = s.channel_id
        and e.topic_id = s.topic_id and e.type = ${type} and e.at >= coalesce(s.requested_at, '-infinity')
      order by e.event_id desc limit 1)`
  const { rows } = await sql<Row>`
    select s.topic_id, s.channel_id, s.state, s.state_at, s.confirmed_at, s.requested_at,
      w.wording_id, w.version, w.language, w.body, o.source_id, o.name as source_name, o.kind as source_kind,
      a.event_id as first_id, a.at as first_at, a.evidence_sealed as first_sealed,
      b.event_id as second_id, b.at as second_at, b.evidence_sealed as second_sealed,
      l.event_id as last_id, g.seq, g.hashes[1] as leaf_hash
    from consent s
    left join wording w on w.business_id = s.business_id and w.wording_id = s.wording_id
    left join source o on o.business_id = s.business_id and o.source_id = s.source_id
    ${newest('requested')} a on true
    ${newest('confirmed')} b on true
    left join lateral (
      select e.event_id from consent_event e
      where e.business_id = s.business_id and e.contact_id = s.contact_id and e.channel_id = s.channel_id
        and e.topic_id = s.topic_id and e.state = s.state
      order by e.event_id desc limit 1) l on true
    left join ledger_entry g on g.business_id = s.business_id and g.entry_id = l.event_id
    where s.business_id = ${ctx.businessId} and s.contact_id = ${contactId}
    order by s.topic_id, s.channel_id`.execute(ctx.db)
  const topics = await topicsById(ctx)
  const key = await personKey(ctx, contactId)
  const open = (eventId: string, sealed: Uint8Array): unknown =>
    key ? JSON.parse(openPerson(ctx, key, contactId, `evidence:${eventId}`, sealed)) : {}

  return rows.map((row) => ({
    topicId: row.topic_id,
    topicName: topicName(topics.get(row.topic_id), language),
    channelId: row.channel_id,
    state: row.state,
    stateAt: row.state_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    requestedAt: row.requested_at?.toISOString() ?? null,
    wording: wordingOf(row),
    source:
      row.source_id && row.source_name && row.source_kind
        ? { id: row.source_id, name: row.source_name, kind: row.source_kind }
        : null,
    firstHalf:
      row.first_id && row.first_at && row.first_sealed
        ? first(row.first_at, open(row.first_id, row.first_sealed))
        : null,
    secondHalf:
      row.second_id && row.second_at && row.second_sealed
        ? second(row.second_at, open(row.second_id, row.second_sealed))
        : null,
    ledger: row.last_id ? { entryId: row.last_id, seq: row.seq, leafHash: row.leaf_hash } : null,
  }))
}

function wordingOf({ wording_id, version, language, body }: Row): ConsentProof['wording'] {
  if (!wording_id || version === null || language === null || body === null) return null
  return { id: wording_id, version, language, body }
}

function first(at: Date, evidence: unknown): ConsentProof['firstHalf'] {
  const { text, pageUrl, sourceName } = FirstEvidence.parse(evidence)
  return { at: at.toISOString(), text: text ?? '', pageUrl: pageUrl ?? null, sourceName: sourceName ?? null }
}

function second(at: Date, evidence: unknown): ConsentProof['secondHalf'] {
  const { question, answer, wamid } = SecondEvidence.parse(evidence)
  return { at: at.toISOString(), questionText: question ?? '', answer: answer ?? '', wamid: wamid ?? '' }
}
