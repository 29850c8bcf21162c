export { verifyPackCommand } from './command.ts'
export type { OpenedEvidence } from './facts.ts'
export { proofPack } from './pack.ts'
export { mountVerifier, proofRoutes } from './routes.ts'
