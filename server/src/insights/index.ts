export { dayOf } from './days.ts'
export { insightRoutes } from './routes.ts'
