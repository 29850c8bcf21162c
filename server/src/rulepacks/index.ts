export { type CountryHours, countryHours } from './hours.ts'
export { rulePackRoutes } from './routes.ts'
export { isVerified } from './verified.ts'
