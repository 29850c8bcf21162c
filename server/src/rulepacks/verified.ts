import { packOf } from './packs.ts'

/** Whether somebody has compared the rules for this country, its own or the default, with public sources. */
export function isVerified(country: string, at: Date): boolean {
  return packOf(country, at).verifiedOn !== null
}
