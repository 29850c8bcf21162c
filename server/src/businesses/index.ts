export { Business, getBusiness } from './business.ts'
export { businessCreated, createBusiness } from './create.ts'
export { businessKey } from './keys.ts'
export { businessRoutes } from './routes.ts'
