export { messageIdOf } from './callback.ts'
export { runDispatchOnce, startDispatch } from './dispatcher.ts'
export { enqueueMessage, enqueueSaid, payloadPlace, wakeDispatch } from './enqueue.ts'
export { explain } from './explain.ts'
export { forgetMessages } from './forget-person.ts'
export { audienceSql, freezeAudience } from './freeze-audience.ts'
export {
  marketingAccepted,
  messageAccepted,
  messageFailed,
  messagesChanged,
  sendingStopped,
  stoppedByMeta,
} from './hooks.ts'
export { setSendingPolicy } from './policy.ts'
export { reasonTitle } from './reasons.ts'
export { settleStatuses } from './settle-statuses.ts'
export { withholdCampaign, withholdQueued } from './withhold.ts'
