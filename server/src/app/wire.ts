import { mailAdmission, mailAdmissionJob } from '../admission/index.ts'
import { brakeChanged } from '../brake/index.ts'
import { businessCreated } from '../businesses/index.ts'
import {
  campaignChanged,
  campaignTickJob,
  freezeCampaignJob,
  onBrakeChanged,
  onChannelChanged,
  onMessagesChanged,
  onMessagesReturn,
  onTemplateChanged,
  onSendingStopped as pauseWhenSendingStopped,
  runCampaignFreeze,
  runCampaignStart,
  runCampaignTick,
  runCampaignWithhold,
  startCampaignJob,
  withholdCampaignJob,
} from '../campaigns/index.ts'
import { channelConnected, finishStorageJob, runFinishStorage, storageNews } from '../channels/index.ts'
import {
  askAgain,
  consentChanged,
  consentMoved,
  consentWithdrawn,
  expireConsents,
  expireQuestions,
  forgetAttempts,
  lapseConsents,
  lapseConsentsJob,
  questionAccepted,
  questionFailed,
  restOnNewKey,
  say,
  staffNeeded,
  suspendConsents,
  suspendOnIdentityChange,
  suspendUnreachable,
  withdraw,
  wordingInvalidated,
  wordingsEnd,
} from '../consent/index.ts'
import {
  claimsUndecided,
  closeImportsJob,
  closeInterruptedImports,
  contactsAreOne,
  importFinished,
  importProgressed,
  mergeRefuted,
  noteMarketing,
  numberDoubted,
  personRectified,
  personRestricted,
  rebuildSearch,
  rebuildSearchJob,
} from '../contacts/index.ts'
import { fetchMetaCostsJob, onVolumeTier, runFetchMetaCosts, seedRates } from '../costs/index.ts'
import {
  countOptOut,
  countryBlocked,
  enqueueSaid,
  errorSeen,
  marketingAccepted,
  messageAccepted,
  messageFailed,
  messagesChanged,
  messagesReturn,
  personUnreachable,
  rejudgeTemplate,
  runWarnBudgets,
  sendingStopped,
  settleStatuses,
  stoppedByMeta,
  warnBudgetsJob,
  withholdForWordings,
  withholdQueued,
} from '../dispatch/index.ts'
import { conversationChanged, markRead, markReadJob, storeCopy, storeInbound } from '../inbox/index.ts'
import { keepDaysJob, runKeepDays } from '../insights/index.ts'
import {
  channelUpdate,
  chatCopied,
  identityChanged,
  inboundMessage,
  messageStatuses,
  templateUpdate,
} from '../intake/index.ts'
import {
  nameToldHosts,
  onConsentMoved,
  onNotified,
  onPersonErased,
  onPersonRectified,
  onPersonRestricted,
} from '../integrations/index.ts'
import { anchorFailing, anchorLedgers, anchorLedgersJob, ledgerDamaged } from '../ledger/index.ts'
import { joinContacts, refuteMerge } from '../merge/index.ts'
import type { Runtime } from '../platform/index.ts'
import { answerWish, forgetPreferences, revokeLinks } from '../preferences/index.ts'
import {
  forgetAtMeta,
  forgetInContactBook,
  forgetInContactBookJob,
  nameRecipients,
  nameRetention,
  onInboundForRights,
  openRequest,
  personErased,
  privacyChanged,
  remindRequests,
  remindRequestsJob,
  replayShredded,
  replayShreddedJob,
  shredProofs,
  shredProofsJob,
  sweepErased,
  sweepErasedJob,
} from '../privacy/index.ts'
import {
  captureRecords,
  captureRecordsJob,
  mailBreachReminder,
  mailBreachReminderJob,
  remindBreaches,
  remindBreachesJob,
  runTellAffected,
  tellAffectedJob,
} from '../records/index.ts'
import { describeRetention, retentionJob, runRetention } from '../retention/index.ts'
import { makeReviews, makeReviewsJob } from '../reviews/index.ts'
import {
  channelChanged,
  mailAlerts,
  mailAlertsJob,
  notified,
  onAnchorFailing,
  onChannelUpdate,
  onClaimsUndecided,
  onCountryBlocked,
  onErrorSeen,
  onLedgerDamaged,
  onSendingStopped,
  onStaffNeeded,
  onStorageNews,
  onWordingInvalidated,
  queueAlertMails,
  refreshChannelJob,
  refreshChannelsJob,
  runRefresh,
  runRefreshAll,
} from '../standing/index.ts'
import {
  onMissingTemplate,
  onTemplateUpdate,
  renewFilesJob,
  runRenewFiles,
  runTemplateSync,
  runTemplateWatch,
  syncTemplatesJob,
  templateChanged,
  templateWritten,
  watchTemplatesJob,
} from '../templates/index.ts'
import { analyzeDatabase, analyzeJob } from './analyze.ts'
import type { Live } from './live.ts'

/** Joins the features: who listens to whose hook, and which jobs run. The only place where that is written down. */
export function wire(runtime: Runtime, live: Live): void {
  wireConsent(runtime)
  wireSending(runtime)
  wireIntake(runtime)
  wireEndpoints(runtime)
  wireJobs(runtime)
  wirePages(runtime, live)
}

/** What consent wants said is queued; what became of a question comes back; a withdrawal takes the queue down. */
function wireConsent({ hooks }: Runtime): void {
  hooks.on(say, enqueueSaid)
  hooks.on(consentWithdrawn, withholdQueued)
  hooks.on(wordingsEnd, withholdForWordings)
  hooks.on(wordingInvalidated, onWordingInvalidated)
  hooks.on(staffNeeded, onStaffNeeded)
  // Who has the number now says so in the chat: what is kept of the one before has to go.
  hooks.on(staffNeeded, async (tx, { contactId, why }) => {
    if (why !== 'wrong_person') return
    const person = { ...tx, actor: { kind: 'person' as const, contactId } }
    await openRequest(person, { contactId, kind: 'erasure', via: 'chat' })
  })
  hooks.on(messageAccepted, async (tx, { kind, dedupeKey, messageId, wamid, at }) => {
    if (kind === 'question' && dedupeKey)
      await questionAccepted(tx, { questionId: dedupeKey, messageId, wamid, at })
  })
  hooks.on(messageFailed, async (tx, { kind, dedupeKey, reason, at }) => {
    if (kind === 'question' && dedupeKey) await questionFailed(tx, { questionId: dedupeKey, reason, at })
  })
  hooks.on(consentWithdrawn, countOptOut)
  hooks.on(personUnreachable, async (tx, gone) => {
    await suspendUnreachable(tx, gone)
  })
  hooks.on(stoppedByMeta, async (tx, { contactId, channelId, at }) => {
    await withdraw(tx, { contactId, channelId, topicId: null, at, how: 'error_131050', receipt: false })
  })
}

function wireSending({ hooks, jobs }: Runtime): void {
  hooks.on(businessCreated, (tx) => seedRates(tx))
  hooks.on(channelConnected, (tx, { channelId }) =>
    jobs.enqueue(tx, refreshChannelJob, { businessId: tx.businessId, channelId }),
  )
  hooks.on(marketingAccepted, noteMarketing)
  hooks.on(sendingStopped, onSendingStopped)
  hooks.on(sendingStopped, pauseWhenSendingStopped)
  hooks.on(sendingStopped, onMissingTemplate)
  hooks.on(errorSeen, onErrorSeen)
  hooks.on(countryBlocked, onCountryBlocked)
  hooks.on(messagesReturn, onMessagesReturn)
  hooks.on(messagesChanged, onMessagesChanged)
  hooks.on(brakeChanged, onBrakeChanged)
  hooks.on(templateChanged, onTemplateChanged)
  hooks.on(templateChanged, rejudgeTemplate)
  hooks.on(channelChanged, onChannelChanged)
  hooks.on(storageNews, onStorageNews)
}

/** What Meta tells goes to whom it concerns; the person's own will was judged before. */
function wireIntake({ hooks }: Runtime): void {
  hooks.on(inboundMessage, storeInbound)
  hooks.on(chatCopied, storeCopy)
  hooks.on(inboundMessage, onInboundForRights)
  hooks.on(inboundMessage, answerWish)
  hooks.on(identityChanged, revokeLinks)
  hooks.on(personErased, forgetPreferences)
  hooks.on(personErased, forgetAtMeta)
  hooks.on(personRectified, async (tx, { contactId, changed }) => {
    if (changed.includes('phone')) await revokeLinks(tx, { contactId })
  })
  hooks.on(inboundMessage, askAgain)
  hooks.on(inboundMessage, restOnNewKey)
  hooks.on(inboundMessage, async (tx, { contactId, message }) => {
    if (message.content.type === 'security_code') await revokeLinks(tx, { contactId })
  })
  hooks.on(identityChanged, suspendOnIdentityChange)
  hooks.on(numberDoubted, suspendConsents)
  hooks.on(contactsAreOne, joinContacts)
  hooks.on(mergeRefuted, refuteMerge)
  hooks.on(messageStatuses, settleStatuses)
  hooks.on(templateUpdate, onTemplateUpdate)
  hooks.on(channelUpdate, onChannelUpdate)
  hooks.on(channelUpdate, onVolumeTier)
  hooks.on(ledgerDamaged, onLedgerDamaged)
  hooks.on(anchorFailing, onAnchorFailing)
  hooks.on(claimsUndecided, onClaimsUndecided)
}

/** Whoever a business passed data on to is told what changes (Art. 7 (3), 19 GDPR); alerts go to systems and members outside. */
function wireEndpoints({ hooks }: Runtime): void {
  hooks.on(personErased, onPersonErased)
  hooks.on(personRestricted, onPersonRestricted)
  hooks.on(personRectified, onPersonRectified)
  hooks.on(consentMoved, onConsentMoved)
  hooks.on(nameRecipients, nameToldHosts)
  hooks.on(notified, onNotified)
  hooks.on(notified, queueAlertMails)
}

function wireJobs(runtime: Runtime): void {
  const { hooks, jobs } = runtime
  jobs.on(analyzeJob, analyzeDatabase)
  hooks.on(importFinished, (tx) => jobs.enqueue(tx, analyzeJob, {}))
  jobs.on(expireConsents, async () => {
    await expireQuestions(runtime)
  })
  jobs.on(lapseConsentsJob, async () => {
    await lapseConsents(runtime)
    await forgetAttempts(runtime)
  })
  jobs.on(closeImportsJob, () => closeInterruptedImports(runtime))
  jobs.on(rebuildSearchJob, rebuildSearch)
  jobs.on(fetchMetaCostsJob, () => runFetchMetaCosts(runtime))
  jobs.on(warnBudgetsJob, () => runWarnBudgets(runtime))
  jobs.on(syncTemplatesJob, runTemplateSync)
  jobs.on(renewFilesJob, runRenewFiles)
  jobs.on(watchTemplatesJob, runTemplateWatch)
  jobs.on(markReadJob, markRead)
  jobs.on(refreshChannelJob, runRefresh)
  jobs.on(refreshChannelsJob, runRefreshAll)
  jobs.on(finishStorageJob, runFinishStorage)
  jobs.on(mailAlertsJob, mailAlerts)
  jobs.on(mailAdmissionJob, mailAdmission)
  jobs.on(makeReviewsJob, makeReviews)
  jobs.on(keepDaysJob, runKeepDays)
  jobs.on(startCampaignJob, runCampaignStart)
  jobs.on(campaignTickJob, runCampaignTick)
  jobs.on(freezeCampaignJob, runCampaignFreeze)
  jobs.on(withholdCampaignJob, runCampaignWithhold)
  jobs.on(sweepErasedJob, sweepErased)
  jobs.on(remindRequestsJob, remindRequests)
  jobs.on(forgetInContactBookJob, forgetInContactBook)
  jobs.on(replayShreddedJob, async () => {
    await replayShredded(runtime)
  })
  jobs.on(shredProofsJob, async () => {
    await shredProofs(runtime)
  })
  jobs.on(retentionJob, runRetention)
  jobs.on(captureRecordsJob, captureRecords)
  jobs.on(remindBreachesJob, remindBreaches)
  jobs.on(mailBreachReminderJob, mailBreachReminder)
  jobs.on(tellAffectedJob, runTellAffected)
  hooks.on(nameRetention, describeRetention)
  jobs.on(anchorLedgersJob, anchorLedgers)
}

/** Pages that are open learn that something changed. */
function wirePages({ hooks }: Runtime, live: Live): void {
  hooks.on(consentChanged, async (tx, { contactId }) => live.tell(tx, 'contact', { contactId }))
  hooks.on(campaignChanged, async (tx, { campaignId }) => live.tell(tx, 'campaign', { campaignId }))
  hooks.on(messagesChanged, async (ctx, { campaignIds }) => {
    for (const campaignId of campaignIds) live.tell(ctx, 'campaign', { campaignId })
  })
  hooks.on(brakeChanged, async (tx) => live.tell(tx, 'standing'))
  hooks.on(channelChanged, async (tx) => live.tell(tx, 'standing'))
  hooks.on(privacyChanged, async (tx) => live.tell(tx, 'privacy'))
  hooks.on(conversationChanged, async (tx, { contactId }) => live.tell(tx, 'conversation', { contactId }))
  hooks.on(notified, async (tx, { notificationId }) => live.tell(tx, 'notification', { notificationId }))
  hooks.on(templateWritten, async (tx, { templateId }) => live.tell(tx, 'template', { templateId }))
  hooks.on(importProgressed, async (tx, { importId }) => live.tell(tx, 'import', { importId }))
}
