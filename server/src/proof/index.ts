export { type ConsentVerdict, checkConsent } from './check-consent.ts'
export { verifyPackCommand } from './command.ts'
export { proofPack } from './pack.ts'
export { mountVerifier, proofRoutes } from './routes.ts'
