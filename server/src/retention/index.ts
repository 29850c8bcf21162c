export { describeRetention } from './describe.ts'
export { retentionJob, runRetention } from './job.ts'
export { ensureMonthsOrSay } from './months.ts'
export { retentionRoutes } from './routes.ts'
