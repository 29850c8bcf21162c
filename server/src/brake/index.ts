export { brakeChanged, installation, resumeSending, stopSending } from './change.ts'
export { brakeRoutes } from './routes.ts'
export { awakeSince, isSendingBraked } from './store.ts'
export { checkPlace, Lookout, startWatch } from './watch.ts'
