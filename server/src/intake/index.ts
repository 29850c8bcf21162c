export { isTransient } from './attempt.ts'
export { forgetPersonUpdates } from './forget-person.ts'
export {
  channelUpdate,
  chatCopied,
  identityChanged,
  inboundMessage,
  messageStatuses,
  templateUpdate,
} from './hooks.ts'
export { intakeRoutes, mountWebhooks } from './routes.ts'
export { processOnce, startIntake } from './worker.ts'
