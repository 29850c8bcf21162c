export { forgetPersonUpdates } from './forget-person.ts'
export { channelUpdate, identityChanged, inboundMessage, messageStatuses, templateUpdate } from './hooks.ts'
export { intakeRoutes, mountWebhooks } from './routes.ts'
export { processOnce, startIntake } from './worker.ts'
