export { privacyRoutes } from './routes.ts'
export { sweepErased, sweepErasedJob } from './sweep.ts'
