import { identityDigests, openContacts, openPerson, personKey } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { businessOf } from './business.ts'
import { consentWithdrawn, say } from './hooks.ts'
import { close, moveAll, questionAccepted } from './question-life.ts'
import { lockConsents, type QuestionRow, topicName, topicsById } from './read.ts'
import { sendReceipt } from './receipt.ts'
import { requestConsent } from './request.ts'
import { CHAT, chatLanguage } from './texts.ts'
import { withdraw } from './withdraw.ts'

export interface Answer {
  questionId: string
  answer: 'yes' | 'no'
  contactId: string
  channelId: string
  /** The message that the person tapped on; must be the question itself. */
  contextWamid: string | null
  wamid: string
  at: Date
  /** The button's caption, as the person saw it. */
  caption: string
}

export type AnswerOutcome = 'confirmed' | 'refused' | 'withdrawn' | 'asked_again' | 'ignored'

/**
 * The second opt-in. Only the tap of the same person, on that very question, in time, confirms (C-02, C-03); everything
 * else leaves the state as it is. A late YES asks again, it never confirms silently.
 */
export async function answerQuestion(tx: Context, answer: Answer): Promise<AnswerOutcome> {
  const question = await tx.db
    .selectFrom('consent_question')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('question_id', '=', answer.questionId)
    .forUpdate()
    .executeTakeFirst()
  if (!question || question.contact_id !== answer.contactId || question.channel_id !== answer.channelId)
    return 'ignored'
  return answer.answer === 'yes' ? yes(tx, question, answer) : no(tx, question, answer)
}

async function yes(tx: Context, asked: QuestionRow, answer: Answer): Promise<AnswerOutcome> {
  const { contextWamid } = answer
  const question = asked.state === 'asking' ? await caughtUp(tx, asked, answer) : asked
  if (contextWamid === null || question.wamid_digest !== wamidDigest(tx, contextWamid)) return 'ignored'
  const late =
    question.state === 'expired' ||
    (question.state === 'asked' && question.expires_at !== null && answer.at > question.expires_at)
  if (late) return askAgain(tx, question, answer)
  if (question.state !== 'asked') return 'ignored'
  // STOP at the same second or later wins over a YES (the restrictive act wins a tie).
  const stop = await newestSuppression(tx, answer.contactId)
  if (stop && stop >= answer.at) return 'ignored'

  await close(tx, question, 'answered_yes')
  const shown = await questionText(tx, question)
  const topicIds = await moveAll(tx, question, 'yes', 'confirmed', answer.at, {
    answer: answer.caption,
    wamid: answer.wamid,
    questionWamid: contextWamid,
    questionHash: question.body_hash,
    question: shown,
  })
  if (topicIds.length === 0) return 'ignored'
  await liftSuppression(tx, answer.contactId, answer.at)
  const topics = await topicsById(tx)
  const language = chatLanguage(question.language, 'en')
  const business = await businessOf(tx)
  const names = topicIds.map((id) => topicName(topics.get(id), language)).join(', ')
  await tx.hooks.run(say, tx, {
    contactId: answer.contactId,
    channelId: answer.channelId,
    kind: 'welcome',
    body: { type: 'text', text: { body: CHAT[language].welcome(business.name, names) } },
    dedupeKey: `welcome:${question.question_id}`,
  })
  await sendReceipt(tx, question, { business: business.name, names, language, at: answer.at })
  return 'confirmed'
}

/**
 * A quick person may answer before Meta's receipt for the question has reached us, or we went down in between. The button
 * itself then shows that the question arrived: its payload stands on no other message. Only a question that was handed to
 * Meta counts; an answer to one that never left stays ignored.
 */
async function caughtUp(tx: Context, question: QuestionRow, answer: Answer): Promise<QuestionRow> {
  const message = await tx.db
    .selectFrom('message')
    .select('message_id')
    .where('business_id', '=', tx.businessId)
    .where('dedupe_key', '=', question.question_id)
    .where('state', 'in', ['sending', 'accepted', 'sent', 'delivered', 'read', 'unknown'])
    .executeTakeFirst()
  if (!message || answer.contextWamid === null) return question
  await questionAccepted(tx, {
    questionId: question.question_id,
    messageId: message.message_id,
    wamid: answer.contextWamid,
    at: answer.at,
  })
  return tx.db
    .selectFrom('consent_question')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('question_id', '=', question.question_id)
    .executeTakeFirstOrThrow()
}

async function no(tx: Context, question: QuestionRow, answer: Answer): Promise<AnswerOutcome> {
  const consents = await lockConsents(tx, question.contact_id, question.channel_id)
  const own = consents.filter((row) => row.question_id === question.question_id)
  if (own.some((row) => row.state === 'confirmed')) {
    for (const row of own.filter((each) => each.state === 'confirmed')) {
      await withdraw(tx, {
        contactId: row.contact_id,
        channelId: row.channel_id,
        topicId: row.topic_id,
        at: answer.at,
        how: 'no_after_yes',
        wamid: answer.wamid,
      })
    }
    return 'withdrawn'
  }
  if (question.state !== 'asked' && question.state !== 'asking') return 'ignored'
  await close(tx, question, 'answered_no')
  await tx.hooks.run(consentWithdrawn, tx, {
    contactId: question.contact_id,
    topicId: null,
    reason: 'refused',
  })
  const moved = await moveAll(tx, question, 'no', 'refused', answer.at, {
    answer: answer.caption,
    wamid: answer.wamid,
  })
  if (moved.length === 0) return 'ignored'
  const language = chatLanguage(question.language, 'en')
  await tx.hooks.run(say, tx, {
    contactId: answer.contactId,
    channelId: answer.channelId,
    kind: 'notice',
    body: { type: 'text', text: { body: CHAT[language].refused } },
    dedupeKey: `refused:${question.question_id}`,
  })
  return 'refused'
}

async function askAgain(tx: Context, question: QuestionRow, answer: Answer): Promise<AnswerOutcome> {
  const outcome = await requestConsent(tx, {
    contactId: answer.contactId,
    channelId: answer.channelId,
    topicIds: question.topic_ids,
    language: chatLanguage(question.language, 'en'),
    sourceId: question.source_id,
    at: answer.at,
    evidence: { text: answer.caption, via: 'late_yes', questionId: question.question_id },
    wamid: answer.wamid,
    because: 'late_yes',
  })
  return outcome === 'asking' ? 'asked_again' : 'ignored'
}

async function questionText(tx: Context, question: QuestionRow): Promise<string> {
  const key = await personKey(tx, question.contact_id)
  return key
    ? openPerson(tx, key, question.contact_id, `question:${question.question_id}`, question.body_sealed)
    : ''
}

async function newestSuppression(tx: Context, contactId: string): Promise<Date | null> {
  const digests = await digestsOf(tx, contactId)
  if (digests.length === 0) return null
  const row = await tx.db
    .selectFrom('suppression')
    .select((eb) => eb.fn.max('since').as('since'))
    .where('business_id', '=', tx.businessId)
    .where('lifted_at', 'is', null)
    .where('digest', 'in', digests)
    .executeTakeFirst()
  return row?.since ?? null
}

/** Only a complete double opt-in lifts a suppression (C-33). */
async function liftSuppression(tx: Context, contactId: string, at: Date): Promise<void> {
  const digests = await digestsOf(tx, contactId)
  if (digests.length === 0) return
  await tx.db
    .updateTable('suppression')
    .set({ lifted_at: at })
    .where('business_id', '=', tx.businessId)
    .where('digest', 'in', digests)
    .where('since', '<', at)
    .where('lifted_at', 'is', null)
    .execute()
}

/** Under which digests a contact is found and blocked; one that was merged away is known only by what is sealed in it. */
export async function digestsOf(tx: Context, contactId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select('digest')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  const person = (await openContacts(tx, [contactId])).get(contactId)
  const sealed = person ? identityDigests(tx, person) : []
  return [...new Set([...rows, ...sealed].map(({ digest }) => digest))]
}
