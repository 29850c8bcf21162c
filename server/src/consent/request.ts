import { createHash } from 'node:crypto'
import { personKey, sealPerson } from '../contacts/index.ts'
import { type Context, HOUR, newId } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { businessOf } from './business.ts'
import { consentChanged, say } from './hooks.ts'
import { questionBody } from './question.ts'
import { lockConsents, topicKey, topicName, topicsById } from './read.ts'
import { type Evidence, recordConsentEvent } from './record.ts'
import { OPT_INS_PER_DAY, step } from './state.ts'
import { CHAT, type ChatLanguage } from './texts.ts'
import { currentWordings } from './wordings.ts'

export interface ConsentRequest {
  contactId: string
  channelId: string
  topicIds: readonly string[]
  language: ChatLanguage
  sourceId: string | null
  /** Time of the person's own message, by Meta's clock. */
  at: Date
  /** The first half of the proof: the person's words, the page, the wordings shown there. */
  evidence: Evidence
  wamid: string
  /** Why we ask; only what the person asked for themselves can start a consent that left or never was. */
  because?: 'opt_in' | 'late_yes' | 'material_change' | 'identity_change'
}

export type RequestOutcome = 'asking' | 'already_confirmed' | 'too_many' | 'no_wording'

/**
 * The first opt-in: records it and asks the one question, which carries the full consent text (C-06). Nothing else is
 * sent to someone who has only asked. Runs in the caller's transaction.
 */
export async function requestConsent(tx: Context, request: ConsentRequest): Promise<RequestOutcome> {
  const existing = await lockConsents(tx, request.contactId, request.channelId)
  const stateOf = (topicId: string) => existing.find((row) => row.topic_id === topicId)?.state ?? 'none'
  const because = request.because ?? 'opt_in'
  const event = because === 'material_change' || because === 'identity_change' ? 'ask_again' : 'opt_in'
  const topics = await topicsById(tx)
  const offered = request.topicIds.filter((id) => topics.get(id)?.archived === false)
  if (offered.length === 0) return 'no_wording'
  const open = offered.filter((id) => step(stateOf(id), event) !== null)
  const names = (ids: readonly string[]) =>
    ids.map((id) => topicName(topics.get(id), request.language)).join(', ')
  if (open.length === 0 && event === 'ask_again') return 'already_confirmed'
  if (open.length === 0) {
    await tx.hooks.run(say, tx, {
      contactId: request.contactId,
      channelId: request.channelId,
      kind: 'notice',
      body: { type: 'text', text: { body: CHAT[request.language].already(names(offered)) } },
      dedupeKey: `already:${wamidDigest(tx, request.wamid)}`,
    })
    return 'already_confirmed'
  }
  const recent = await tx.db
    .selectFrom('consent_question')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', request.contactId)
    .where('created_at', '>', new Date(tx.clock.now().getTime() - 24 * HOUR))
    .executeTakeFirstOrThrow()
  if (recent.count >= OPT_INS_PER_DAY) return 'too_many'

  const wordings = await currentWordings(tx, open, request.language)
  if (wordings.length !== open.length) return 'no_wording'
  const business = await businessOf(tx)
  const questionId = newId()
  const { body, text } = questionBody({
    questionId,
    language: request.language,
    business: business.name,
    texts: wordings.map((w) => w.body),
  })
  const bodyHash = createHash('sha256').update(text).digest('hex')
  const key = await personKey(tx, request.contactId)
  if (!key) throw new Error('The person was erased.')

  await retireOpenQuestions(tx, request.contactId, request.channelId)
  await tx.db
    .insertInto('consent_question')
    .values({
      business_id: tx.businessId,
      question_id: questionId,
      contact_id: request.contactId,
      channel_id: request.channelId,
      topic_ids: open,
      wording_ids: wordings.map((wording) => wording.wording_id),
      source_id: request.sourceId,
      language: request.language,
      body_sealed: sealPerson(tx, key, request.contactId, `question:${questionId}`, text),
      body_hash: bodyHash,
      state: 'asking',
      asked_because: because,
      created_at: tx.clock.now(),
    })
    .execute()
  for (const [index, topicId] of open.entries()) {
    const next = step(stateOf(topicId), event)
    const wording = wordings[index]
    if (!next || !wording) continue
    await tx.db
      .insertInto('consent')
      .values({
        business_id: tx.businessId,
        contact_id: request.contactId,
        channel_id: request.channelId,
        topic_id: topicId,
        state: next,
        state_at: request.at,
        wording_id: wording.wording_id,
        source_id: request.sourceId,
        question_id: questionId,
        requested_at: request.at,
        updated_at: tx.clock.now(),
      })
      .onConflict((conflict) =>
        conflict.columns(['business_id', 'contact_id', 'channel_id', 'topic_id']).doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          state_at: eb.ref('excluded.state_at'),
          wording_id: eb.ref('excluded.wording_id'),
          source_id: eb.ref('excluded.source_id'),
          question_id: eb.ref('excluded.question_id'),
          requested_at: eb.ref('excluded.requested_at'),
          confirmed_at: null,
          updated_at: eb.ref('excluded.updated_at'),
        })),
      )
      .execute()
    await recordConsentEvent(tx, {
      contactId: request.contactId,
      channelId: request.channelId,
      topicId,
      topicKey: topicKey(topics, topicId),
      type: 'requested',
      state: next,
      at: request.at,
      wordingHash: wording.hash,
      evidence: {
        ...request.evidence,
        ...(because === 'opt_in' ? {} : { because }),
        wamid: request.wamid,
        wordingId: wording.wording_id,
        language: request.language,
      },
    })
  }
  await tx.hooks.run(say, tx, {
    contactId: request.contactId,
    channelId: request.channelId,
    kind: 'question',
    body,
    dedupeKey: questionId,
  })
  await tx.hooks.run(consentChanged, tx, { contactId: request.contactId })
  return 'asking'
}

/** Only one question is open at a time; a YES to an older one then answers nothing. */
async function retireOpenQuestions(tx: Context, contactId: string, channelId: string): Promise<void> {
  await tx.db
    .updateTable('consent_question')
    .set({ state: 'expired' })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where('state', 'in', ['asking', 'asked'])
    .execute()
}
