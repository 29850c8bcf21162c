import { packOf } from './packs.ts'

/** Countries of an audience whose pack nobody has verified, or that have none of their own. */
export function unverifiedCountries(countries: Iterable<string>, at: Date): string[] {
  return [...new Set(countries)].filter((country) => packOf(country, at).verifiedOn === null).sort()
}
