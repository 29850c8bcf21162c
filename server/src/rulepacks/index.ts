export { type CountryHours, countryHours } from './hours.ts'
export { rulePackRoutes } from './routes.ts'
