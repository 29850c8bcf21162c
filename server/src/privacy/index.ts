export { erasePerson } from './erase.ts'
export { exportPerson } from './export.ts'
export { privacyRoutes } from './routes.ts'
export { sweepErased, sweepErasedJob } from './sweep.ts'
