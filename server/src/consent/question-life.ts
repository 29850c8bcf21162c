import {
  type Context,
  createContext,
  HOUR,
  type Runtime,
  SECOND,
  withTransaction,
} from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { consentChanged } from './hooks.ts'
import { moveConsent } from './move.ts'
import { consentPolicy } from './policy.ts'
import { lockConsents, type QuestionRow } from './read.ts'
import type { ConsentEventType } from './state.ts'

/** Dispatch reports: Meta accepted the question. From now on it can be answered, for as long as the business lets it stand. */
export async function questionAccepted(
  tx: Context,
  event: { questionId: string; messageId: string; wamid: string; at: Date },
): Promise<void> {
  const question = await openQuestion(tx, event.questionId, 'asking')
  if (!question) return
  // Meta's clock knows whole seconds only: a finer time of ours would make a quick answer look older than its question.
  const at = new Date(Math.floor(event.at.getTime() / SECOND) * SECOND)
  const { questionHours } = await consentPolicy(tx)
  await tx.db
    .updateTable('consent_question')
    .set({
      state: 'asked',
      message_id: event.messageId,
      wamid_digest: wamidDigest(tx, event.wamid),
      asked_at: at,
      expires_at: new Date(at.getTime() + questionHours * HOUR),
    })
    .where('business_id', '=', tx.businessId)
    .where('question_id', '=', question.question_id)
    .execute()
  await moveAll(tx, question, 'question_accepted', 'asked', at, {
    wamid: event.wamid,
    questionHash: question.body_hash,
  })
}

/** Dispatch reports: the question could not be sent. The request ends; there is no storm of retries. */
export async function questionFailed(
  tx: Context,
  event: { questionId: string; at: Date; reason: string },
): Promise<void> {
  const question = await openQuestion(tx, event.questionId, 'asking')
  if (!question) return
  await close(tx, question, 'failed')
  await moveAll(tx, question, 'question_failed', 'ask_failed', event.at, { reason: event.reason })
}

/** Ends questions that nobody answered in time, a few at a time; safe to run from several processes. */
export async function expireQuestions(runtime: Runtime): Promise<number> {
  const now = runtime.clock.now()
  const due = await runtime.db
    .selectFrom('consent_question')
    .select(['business_id', 'question_id'])
    .where('state', '=', 'asked')
    .where('expires_at', '<=', now)
    .limit(500)
    .execute()
  for (const row of due) {
    const ctx = createContext(runtime, row.business_id, { kind: 'system', job: 'consent.expire' })
    await withTransaction(ctx, async (tx) => {
      const question = await openQuestion(tx, row.question_id, 'asked')
      if (!question) return
      await close(tx, question, 'expired')
      await moveAll(tx, question, 'timeout', 'expired', question.expires_at ?? now, {})
    })
  }
  return due.length
}

async function openQuestion(
  tx: Context,
  questionId: string,
  state: QuestionRow['state'],
): Promise<QuestionRow | undefined> {
  return tx.db
    .selectFrom('consent_question')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('question_id', '=', questionId)
    .where('state', '=', state)
    .forUpdate()
    .executeTakeFirst()
}

export async function close(tx: Context, question: QuestionRow, state: QuestionRow['state']): Promise<void> {
  await tx.db
    .updateTable('consent_question')
    .set({ state, answered_at: state.startsWith('answered') ? tx.clock.now() : null })
    .where('business_id', '=', tx.businessId)
    .where('question_id', '=', question.question_id)
    .execute()
}

/** Takes every consent that belongs to the question one step, and records it. */
export async function moveAll(
  tx: Context,
  question: QuestionRow,
  event: ConsentEventType,
  type: string,
  at: Date,
  evidence: Record<string, string>,
): Promise<string[]> {
  const moved: string[] = []
  for (const consent of await lockConsents(tx, question.contact_id, question.channel_id)) {
    if (consent.question_id !== question.question_id) continue
    const wording = await tx.db
      .selectFrom('wording')
      .select('hash')
      .where('business_id', '=', tx.businessId)
      .where('wording_id', '=', consent.wording_id ?? '')
      .executeTakeFirst()
    const next = await moveConsent(tx, consent, {
      event,
      type,
      at,
      wordingHash: wording?.hash ?? '',
      evidence: { ...evidence, questionId: question.question_id },
    })
    if (next) moved.push(consent.topic_id)
  }
  if (moved.length > 0) await tx.hooks.run(consentChanged, tx, { contactId: question.contact_id })
  return moved
}
