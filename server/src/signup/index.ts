export { judgeOptIn, type OptInJudgement } from './judge-opt-in.ts'
export { mountPublicSources, sourceRoutes } from './routes.ts'
export { createSource } from './save-source.ts'
