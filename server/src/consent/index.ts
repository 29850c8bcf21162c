export { type AnswerOutcome, answerQuestion } from './answer.ts'
export { askAgain } from './ask-again.ts'
export { createTopic } from './create-topic.ts'
export { explainSubscription } from './explain-subscription.ts'
export { forgetAttempts } from './forget-attempts.ts'
export { emptyEvidence, forgetConsents, forgetSuppression } from './forget-person.ts'
export { readWill } from './grammar.ts'
export {
  type ConsentMove,
  consentChanged,
  consentMoved,
  consentWithdrawn,
  type Say,
  say,
  staffNeeded,
  wordingInvalidated,
  wordingsEnd,
} from './hooks.ts'
export { expireConsents, lapseConsentsJob } from './jobs.ts'
export { disinheritConsents, inheritConsents, joinConsents } from './join-consents.ts'
export { type Inbound, type Judgement, judgeInbound } from './judge.ts'
export { lapseConsents } from './lapse.ts'
export { getTopic } from './list-topics.ts'
export { restOnNewKey } from './new-key.ts'
export { optOutPayload } from './opt-out.ts'
export { consentPolicy } from './policy.ts'
export { publishWording } from './publish-wording.ts'
export { expireQuestions, questionAccepted, questionFailed } from './question-life.ts'
export { type TopicRow, topicName, topicsById } from './read.ts'
export type { Evidence } from './record.ts'
export { type ConsentRequest, type RequestOutcome, requestConsent } from './request.ts'
export { consentRoutes } from './routes.ts'
export { shareSuppression } from './share-suppression.ts'
export type { ConsentState } from './state.ts'
export { suspendConsents, suspendForCorrection, suspendOnIdentityChange } from './suspend.ts'
export { CHAT, CHAT_LANGUAGES, type ChatLanguage, chatLanguage, STARTING_WORDING } from './texts.ts'
export type { Topic } from './topic.ts'
export { suspendUnreachable } from './unreachable.ts'
export { type Withdrawal, withdraw } from './withdraw.ts'
export { currentWordings } from './wordings.ts'
