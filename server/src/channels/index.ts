export { askMeta, metaRefused } from './ask-meta.ts'
export {
  type Channel,
  ChannelState,
  channelCredentials,
  getChannel,
  listChannels,
  Quality,
  type Storage,
  webhookSecrets,
} from './channel.ts'
export { checkChannel } from './check.ts'
export { finishStorageJob, runFinishStorage, type StorageNews, storageNews } from './finish-storage.ts'
export { noteStorage, setLive } from './live.ts'
export { noteStanding, type ReportedStanding } from './note-standing.ts'
export { readProbe } from './probe.ts'
export { judgeProfile, PROFILE_CHECKS, Profile, type ProfileCheck } from './profile.ts'
export { findChannels, isVerifyToken } from './route-webhook.ts'
export { channelRoutes } from './routes.ts'
export { channelConnected, saveChannel } from './save.ts'
export { readStorage } from './storage.ts'
export { findStorageChange } from './storage-change.ts'
