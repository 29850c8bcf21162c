export { createSource } from './create-source.ts'
export { forgetSignups } from './forget-person.ts'
export { judgeOptIn, type OptInJudgement } from './judge-opt-in.ts'
export { mountPublicSources, sourceRoutes } from './routes.ts'
