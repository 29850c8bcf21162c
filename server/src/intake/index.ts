export { channelUpdate, identityChanged, inboundMessage, messageStatuses, templateUpdate } from './hooks.ts'
export { mountWebhooks } from './routes.ts'
export { replayParked } from './store.ts'
export { forgetOldUpdates, forgetUpdatesJob, processOnce, startIntake } from './worker.ts'
