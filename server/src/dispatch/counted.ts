import { sql } from 'kysely'

/** A message in one of these states has left, or may have: it counts towards the frequency cap and the budget. */
const COUNTED = ['sending', 'unknown', 'accepted', 'held', 'sent', 'delivered', 'read'] as const

/** As a list for SQL, of literals, so that the planner knows them. */
export const COUNTED_STATES = sql.join(COUNTED.map((state) => sql.lit(state)))
