export { applyForAdmission, saveApplication } from './apply.ts'
export { decideAdmission } from './decide.ts'
export { admissionRoutes } from './routes.ts'
export { findAdmission } from './store.ts'
