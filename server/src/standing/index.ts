export { mailAlerts, mailAlertsJob, queueAlertMails } from './alert-mail.ts'
export { subjectOf } from './alert-subjects.ts'
export {
  onChannelUpdate,
  onCountryBlocked,
  onErrorSeen,
  onSendingStopped,
} from './channel-update.ts'
export { onStaffNeeded, onWordingInvalidated } from './consent-news.ts'
export { channelChanged } from './note-reported.ts'
export { Notification, notificationsAbout } from './notifications.ts'
export {
  type Notified,
  notified,
  notify,
  notifyHourly,
  notifyOnce,
  onAnchorFailing,
  onClaimsUndecided,
  onLedgerDamaged,
  type Severity,
} from './notify.ts'
export { usedToday } from './page.ts'
export {
  refreshChannelJob,
  refreshChannelsJob,
  runRefresh,
  runRefreshAll,
} from './refresh.ts'
export { listRestrictions, RestrictionView } from './restrictions.ts'
export { standingRoutes } from './routes.ts'
export { onStorageNews } from './storage-news.ts'
