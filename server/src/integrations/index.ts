export { onConsentMoved, onPersonErased, onPersonRectified, onPersonRestricted } from './on-events.ts'
export { integrationRoutes } from './routes.ts'
export { nameToldHosts, type ToldHost, toldHosts } from './told-hosts.ts'
export { startDeliveries } from './worker.ts'
