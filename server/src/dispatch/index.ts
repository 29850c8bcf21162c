export { messageIdOf } from './callback.ts'
export { runDispatchOnce, startDispatch } from './dispatcher.ts'
export { enqueueMessage, enqueueSaid, payloadPlace, wakeDispatch } from './enqueue.ts'
export { type ExplainedCheck, type Explanation, explain } from './explain.ts'
export { forgetMessages } from './forget-person.ts'
export { type Audience, audienceSql, freezeAudience } from './freeze-audience.ts'
export {
  marketingAccepted,
  messageAccepted,
  messageFailed,
  messagesChanged,
  sendingStopped,
  stoppedByMeta,
} from './hooks.ts'
export { DEFAULT_POLICY, SendingPolicy, sendingPolicy, setSendingPolicy } from './policy.ts'
export { REASONS, type ReasonCode, reasonTitle } from './reasons.ts'
export { settleStatuses } from './settle-statuses.ts'
export { withholdCampaign, withholdQueued } from './withhold.ts'
