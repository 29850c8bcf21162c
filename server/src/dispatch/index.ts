export { budgetsLeft } from './budget-room.ts'
export { spentBudget } from './budget-spent.ts'
export { runDispatchOnce, startDispatch } from './dispatcher.ts'
export { enqueueMessage, enqueueSaid, payloadPlace, wakeDispatch } from './enqueue.ts'
export { explain } from './explain.ts'
export { forgetMessages } from './forget-person.ts'
export { audienceGate, audienceSql, freezeAudience } from './freeze-audience.ts'
export { analyzeQueue, endParts, freezePart, frozenSoFar, planParts } from './freeze-parts.ts'
export { evenRanges, type Range } from './gate-audience.ts'
export { type ChannelLimits, channelLimits, TRIAL_PEOPLE } from './head-room.ts'
export {
  countryBlocked,
  errorSeen,
  marketingAccepted,
  messageAccepted,
  messageFailed,
  messagesChanged,
  messagesReturn,
  personUnreachable,
  sendingStopped,
  stoppedByMeta,
} from './hooks.ts'
export { LIMIT_SHARE } from './policy.ts'
export { countOptOut } from './pulse.ts'
export { firstPartGone, UNRELEASED } from './ramp.ts'
export { reasonTitle } from './reasons.ts'
export { rejudgeTemplate } from './rejudge-template.ts'
export { dispatchRoutes } from './routes.ts'
export { setSendingPolicy } from './set-policy.ts'
export { settleStatuses } from './settle-statuses.ts'
export { tellChanges } from './tell-changes.ts'
export { type WarmUp, warmUpPlan } from './warm-up-plan.ts'
export { runWarnBudgets, warnBudgetsJob } from './warn-budgets.ts'
export { hasMuchWaiting, withholdCampaign, withholdQueued } from './withhold.ts'
export { withholdForWordings } from './withhold-wording.ts'
