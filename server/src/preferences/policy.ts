import { DAY, MINUTE } from '../platform/index.ts'

/** How long a link opens the page; asking again gives a new one. */
export const LINK_LASTS_MS = 7 * DAY
/** How often in 24 hours a person is answered with a link; more stays unanswered, so nobody is flooded through us. */
export const LINKS_PER_DAY = 5

/** How long a code counts, and what was opened with it. */
export const CODE_LASTS_MS = 10 * MINUTE
export const CODES_PER_DAY = 5
/** Wrong codes before one is worthless: one chance in 200,000 for somebody who guesses. */
export const TRIES = 5

/** Pauses on offer, in days. */
export const PAUSES = [30, 90] as const
