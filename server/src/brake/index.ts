export { brakeChanged, installation, resumeSending, stopSending } from './change.ts'
export { brakeRoutes } from './routes.ts'
export { isSendingBraked } from './store.ts'
export { checkPlace, startWatch } from './watch.ts'
