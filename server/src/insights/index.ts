export { dayOf } from './days.ts'
export { keepDaysJob, runKeepDays } from './keep-days.ts'
export { insightRoutes } from './routes.ts'
