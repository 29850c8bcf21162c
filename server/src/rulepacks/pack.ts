import type { Sentence } from '../platform/index.ts'

/** Hours of a day in local time during which marketing may arrive, `[9, 20]` is 9:00 to 19:59; null: not on this day. */
export type Hours = readonly [from: number, to: number] | null

/** Monday to Sunday. */
export type Week = readonly [Hours, Hours, Hours, Hours, Hours, Hours, Hours]

/** What a country asks for, in one dated version. A later version is another entry; an old one is never changed. */
export interface RulePack {
  /** ISO 3166-1; `*` for every country without a pack of its own. */
  country: string
  version: string
  /** First day on which it counts, `2026-11-21`. */
  effectiveOn: string
  /** Day on which somebody compared it with public sources; null: nobody has, so pages say so. */
  verifiedOn: string | null
  sources: readonly string[]
  consent: 'express_prior' | 'express_prior_written' | 'notice_and_consent'
  /** False: nobody there gets marketing at all. */
  marketing: boolean
  week: Week
  /** Public holidays of the whole country count as days without marketing. */
  holidays: boolean
  /** Age from which a person can consent alone (Art. 8 GDPR or the country's own rule); null where there is none. */
  consentAge: number | null
  notes: Sentence
}

/** Monday to Saturday the same hours, Sunday none. */
export function workingDays(from: number, to: number, saturday: Hours = [from, to]): Week {
  const day = [from, to] as const
  return [day, day, day, day, day, saturday, null]
}
