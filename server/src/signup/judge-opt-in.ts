import { getBusiness } from '../businesses/index.ts'
import {
  CHAT,
  type ChatLanguage,
  chatLanguage,
  type Evidence,
  type Inbound,
  readWill,
  requestConsent,
  say,
} from '../consent/index.ts'
import { identityDigests, openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import type { SourceRow } from './source.ts'
import { codesIn, prefilledText } from './texts.ts'

export type OptInJudgement = 'opt_in' | 'opt_in_forwarded' | 'opt_in_declined' | 'opt_in_unanswered'

interface Request {
  source: SourceRow
  topicIds: string[]
  /** Of the page on which the person asked, where there was one. */
  language: string | null
  evidence: Evidence
  code: string | null
}

/**
 * Recognises the first opt-in in a person's own message: the code of a web page, the code of a poster or link, or a
 * keyword. Writing to the business without one of them is never an opt-in (C-09). Runs after STOP and answers were judged.
 * @returns what became of it, or null for an ordinary message
 */
export async function judgeOptIn(tx: Context, inbound: Inbound): Promise<OptInJudgement | null> {
  const { text } = inbound
  if (text === null) return null
  // Most messages are none: only for an opt-in is anything of the person opened.
  const request = (await byCode(tx, inbound, text)) ?? (await byKeyword(tx, inbound, text))
  if (!request) return null
  const business = await getBusiness(tx)
  const language = await languageFor(tx, inbound.contactId, request.language, business.language)
  // Somebody else's message, passed on: not an act of the sender (C-02, edge cases of the state machine).
  if (inbound.forwarded) {
    const word = (await keywordSources(tx, inbound.channelId)).length > 0 ? 'START' : null
    await tx.hooks.run(say, tx, {
      contactId: inbound.contactId,
      channelId: inbound.channelId,
      kind: 'notice',
      body: { type: 'text', text: { body: CHAT[language].forwarded(word) } },
      dedupeKey: `forwarded:${wamidDigest(tx, inbound.wamid)}`,
    })
    return 'opt_in_forwarded'
  }
  // The name of the business is not the person's words: "No. 5" must be able to have customers.
  const words = text.replaceAll(business.name, '')
  if (readWill(text).kind === 'no' || NEGATION.test(words)) return 'opt_in_declined'
  const expected = request.code
    ? prefilledText(language, business.name, request.code)
    : request.source.keyword
  const outcome = await requestConsent(tx, {
    contactId: inbound.contactId,
    channelId: inbound.channelId,
    topicIds: request.topicIds,
    language,
    sourceId: request.source.source_id,
    at: inbound.at,
    wamid: inbound.wamid,
    evidence: { ...request.evidence, text, edited: expected !== null && fold(text) !== fold(expected) },
  })
  return outcome === 'asking' || outcome === 'already_confirmed' ? 'opt_in' : 'opt_in_unanswered'
}

const NEGATION = /\b(nein|nicht|kein(e|en|er)?|not|don'?t|no|non|pas|niet|geen)\b/iu

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()

/** A guess for people whose language nobody has told us; only used when it has one answer. */
const LANGUAGE_OF: Record<string, ChatLanguage> = {
  DE: 'de',
  AT: 'de',
  GB: 'en',
  IE: 'en',
  US: 'en',
  FR: 'fr',
  IT: 'it',
  ES: 'es',
  NL: 'nl',
}

/** The page's language, else the person's own, else a guess from their country, else the business's. */
async function languageFor(
  tx: Context,
  contactId: string,
  ofPage: string | null,
  ofBusiness: string,
): Promise<ChatLanguage> {
  const person = await tx.db
    .selectFrom('contact')
    .select(['language', 'country'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  const own = chatLanguage(person?.language ?? LANGUAGE_OF[person?.country ?? ''], ofBusiness)
  return chatLanguage(ofPage, own)
}

async function byCode(tx: Context, inbound: Inbound, text: string): Promise<Request | null> {
  const codes = codesIn(text)
  if (codes.length === 0) return null
  const ticket = await tx.db
    .selectFrom('signup_request')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('code', 'in', codes)
    .forUpdate()
    .executeTakeFirst()
  const source = await tx.db
    .selectFrom('source')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', inbound.channelId)
    .where('revoked_at', 'is', null)
    .where((eb) => (ticket ? eb('source_id', '=', ticket.source_id) : eb('code', 'in', codes)))
    .executeTakeFirst()
  if (!source) return null
  const base = {
    source,
    evidence: { sourceId: source.source_id, sourceKind: source.kind, sourceName: source.name },
  }
  if (!ticket) return { ...base, topicIds: source.topic_ids, language: null, code: source.code }

  const shared = { ...base, topicIds: ticket.topic_ids, language: ticket.language, code: ticket.code }
  // A code that was used or is too old says nothing about this person's visit: only the words in the chat count.
  if (ticket.used_at || ticket.expires_at < inbound.at) {
    return {
      ...shared,
      evidence: { ...base.evidence, webEvidence: ticket.used_at ? 'code_used_before' : 'code_expired' },
    }
  }
  if (!inbound.forwarded) {
    await tx.db
      .updateTable('signup_request')
      .set({ used_at: inbound.at, used_by: inbound.contactId })
      .where('business_id', '=', tx.businessId)
      .where('code', '=', ticket.code)
      .execute()
  }
  return {
    ...shared,
    evidence: {
      ...base.evidence,
      webEvidence: 'attached',
      pageUrl: ticket.page_url,
      widgetBuild: ticket.widget_build,
      pageShownAt: ticket.created_at.toISOString(),
      pageLanguage: ticket.language,
      pageWordingIds: ticket.wording_ids,
      typedNumber: ticket.phone_digest
        ? (await isOwnNumber(tx, inbound.contactId, ticket.phone_digest))
          ? 'same'
          : 'other_discarded'
        : 'none',
    },
  }
}

async function isOwnNumber(tx: Context, contactId: string, digest: string): Promise<boolean> {
  const person = (await openContacts(tx, [contactId])).get(contactId)
  return person ? identityDigests(tx, person).some((each) => each.digest === digest) : false
}

async function byKeyword(tx: Context, inbound: Inbound, text: string): Promise<Request | null> {
  const word = fold(text).toUpperCase()
  const sources = await keywordSources(tx, inbound.channelId)
  const source =
    sources.find((each) => each.keyword === word) ??
    (readWill(text).kind === 'start' ? sources[0] : undefined)
  if (!source) return null
  return {
    source,
    topicIds: source.topic_ids,
    language: null,
    code: null,
    evidence: {
      sourceId: source.source_id,
      sourceKind: source.kind,
      sourceName: source.name,
      keyword: source.keyword,
    },
  }
}

/** Sources whose word signs up on this number, oldest first: START stands for the first. */
function keywordSources(tx: Context, channelId: string): Promise<SourceRow[]> {
  return tx.db
    .selectFrom('source')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .where('kind', '=', 'keyword')
    .where('revoked_at', 'is', null)
    .orderBy('source_id')
    .execute()
}
