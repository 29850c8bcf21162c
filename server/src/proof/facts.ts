import { sql } from 'kysely'
import { type Business, getBusiness } from '../businesses/index.ts'
import { type ChatLanguage, chatLanguage, topicName, topicsById } from '../consent/index.ts'
import { openContacts, openPerson, type Person, personKey } from '../contacts/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { type ChatLine, chatAround } from './chat.ts'

/** Which consent a proof is about. */
export interface ConsentKey {
  topicId: string
  channelId: string
}

/** A consent event with its evidence; evidence and salt are null once they were destroyed. */
export interface ProofEvent {
  eventId: string
  channelId: string
  topicId: string | null
  type: string
  state: string
  at: Date
  wordingHash: string
  seq: number | null
  leafHash: string | null
  opening: { payload: Payload; salt: string } | null
}
export type Payload = Record<string, unknown>

export interface ProofWording {
  topicId: string
  language: string
  version: number
  body: string
  hash: string
}

/** One consent as it stands, and what happened to it. */
export interface ProofConsent extends ConsentKey {
  name: string
  channel: string
  state: string
  stateAt: Date
  requestedAt: Date | null
  confirmedAt: Date | null
  wording: ProofWording | null
  events: ProofEvent[]
  chat: ChatLine[]
}

/** Evidence of an erased person that two members have opened, by entry (Art. 17(3)(e), 18(2) GDPR). */
export type OpenedEvidence = ReadonlyMap<string, { payload: Payload; salt: string }>

/** Everything a proof says, in the clear. */
export interface ProofFacts {
  business: Business
  contactId: string
  /** Whether the evidence comes from the restricted vault. */
  restricted: boolean
  /** Null when the person was erased. */
  person: Person | null
  language: ChatLanguage
  consents: ProofConsent[]
  /** Of all consents, in the order in which they were recorded. */
  events: ProofEvent[]
  wordings: ProofWording[]
}

interface EventRow {
  event_id: string
  channel_id: string
  topic_id: string | null
  type: string
  state: string
  at: Date
  evidence_sealed: Uint8Array | null
  salt_sealed: Uint8Array | null
  wording_hash: string
  seq: number | null
  leaf_hash: string | null
}

/** Reads what a proof of one consent, or of all consents of a person, is made of. @throws Problem `not_found` */
export async function proofFacts(
  ctx: Context,
  contactId: string,
  only?: ConsentKey,
  opened?: OpenedEvidence,
): Promise<ProofFacts> {
  const business = await getBusiness(ctx)
  const person = await knownPerson(ctx, contactId)
  const language = chatLanguage(person?.language, business.language)
  const stored = await eventsOf(ctx, contactId, only)
  const events = stored.map((event) => ({
    ...event,
    opening: event.opening ?? opened?.get(event.eventId) ?? null,
  }))
  if (events.length === 0)
    throw notFound({ de: 'Eine Einwilligung dieser Person', en: 'A consent of this person' })
  const wordings = await wordingsOf(ctx, events)
  const consents = await consentsOf(ctx, contactId, language, events, wordings, only)
  return {
    business,
    contactId,
    restricted: opened !== undefined,
    person,
    language,
    consents,
    events,
    wordings,
  }
}

async function knownPerson(ctx: Context, contactId: string): Promise<Person | null> {
  const row = await ctx.db
    .selectFrom('contact')
    .select('erased_at')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Person', en: 'This person' })
  return row.erased_at ? null : ((await openContacts(ctx, [contactId])).get(contactId) ?? null)
}

async function eventsOf(ctx: Context, contactId: string, only?: ConsentKey): Promise<ProofEvent[]> {
  const { rows } = await sql<EventRow>`
    select e.event_id, e.channel_id, e.topic_id, e.type, e.state, e.at, e.evidence_sealed, e.salt_sealed,
      g.wording_hash, g.seq, g.hashes[1] as leaf_hash
    from consent_event e
    join ledger_entry g on g.business_id = e.business_id and g.entry_id = e.event_id
    where e.business_id = ${ctx.businessId} and e.contact_id = ${contactId}
      and (${only === undefined} or (e.channel_id = ${only?.channelId ?? null}::uuid
        and (e.topic_id is null or e.topic_id = ${only?.topicId ?? null}::uuid)))
    order by e.event_id`.execute(ctx.db)
  const ofTopic = only === undefined || rows.some((row) => row.topic_id === only.topicId)
  if (!ofTopic) return []
  const key = await personKey(ctx, contactId)
  return rows.map((row) => {
    const { event_id: eventId, evidence_sealed, salt_sealed } = row
    const open = (place: string, sealed: Uint8Array, by: NonNullable<typeof key>) =>
      openPerson(ctx, by, contactId, `${place}:${eventId}`, sealed)
    return {
      eventId,
      channelId: row.channel_id,
      topicId: row.topic_id,
      type: row.type,
      state: row.state,
      at: row.at,
      wordingHash: row.wording_hash,
      seq: row.seq,
      leafHash: row.leaf_hash,
      opening:
        key && evidence_sealed && salt_sealed
          ? {
              payload: JSON.parse(open('evidence', evidence_sealed, key)) as Payload,
              salt: open('salt', salt_sealed, key),
            }
          : null,
    }
  })
}

async function wordingsOf(ctx: Context, events: readonly ProofEvent[]): Promise<ProofWording[]> {
  const hashes = [...new Set(events.map(({ wordingHash }) => wordingHash))].filter((hash) => hash !== '')
  if (hashes.length === 0) return []
  const rows = await ctx.db
    .selectFrom('wording')
    .select(['topic_id', 'language', 'version', 'body', 'hash'])
    .where('business_id', '=', ctx.businessId)
    .where('hash', 'in', hashes)
    .execute()
  return rows.map(({ topic_id, ...row }) => ({ topicId: topic_id, ...row }))
}

async function consentsOf(
  ctx: Context,
  contactId: string,
  language: ChatLanguage,
  events: readonly ProofEvent[],
  wordings: readonly ProofWording[],
  only?: ConsentKey,
): Promise<ProofConsent[]> {
  let select = ctx.db
    .selectFrom('consent as c')
    .leftJoin('channel as n', (join) =>
      join.onRef('n.business_id', '=', 'c.business_id').onRef('n.channel_id', '=', 'c.channel_id'),
    )
    .select(['c.topic_id', 'c.channel_id', 'c.state', 'c.state_at', 'c.requested_at', 'c.confirmed_at'])
    .select(['n.verified_name', 'n.display_phone_number'])
    .where('c.business_id', '=', ctx.businessId)
    .where('c.contact_id', '=', contactId)
    .orderBy('c.topic_id')
  if (only) select = select.where('c.topic_id', '=', only.topicId).where('c.channel_id', '=', only.channelId)
  const topics = await topicsById(ctx)
  const consents: ProofConsent[] = []
  for (const row of await select.execute()) {
    const own = events.filter(
      ({ topicId, channelId }) =>
        channelId === row.channel_id && (topicId === null || topicId === row.topic_id),
    )
    const shown = own.findLast(({ wordingHash }) => wordingHash !== '')?.wordingHash
    const halves = { from: row.requested_at ?? row.state_at, to: row.confirmed_at }
    consents.push({
      topicId: row.topic_id,
      channelId: row.channel_id,
      name: topicName(topics.get(row.topic_id), language),
      channel: [row.verified_name, row.display_phone_number].filter(Boolean).join(' · '),
      state: row.state,
      stateAt: row.state_at,
      requestedAt: row.requested_at,
      confirmedAt: row.confirmed_at,
      wording: wordings.find(({ hash, topicId }) => hash === shown && topicId === row.topic_id) ?? null,
      events: own,
      chat: await chatAround(ctx, contactId, row.channel_id, halves),
    })
  }
  return consents
}

/** The two halves of the opt-in that the present state rests on; those of an earlier request prove nothing for it. */
export function halvesOf({ events, requestedAt }: ProofConsent): {
  first: ProofEvent | undefined
  second: ProofEvent | undefined
} {
  const newest = (type: string) =>
    events.findLast((event) => event.type === type && (requestedAt === null || event.at >= requestedAt))
  return { first: newest('requested'), second: newest('confirmed') }
}
