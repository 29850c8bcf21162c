import { type RawBuilder, sql } from 'kysely'
import { type Check, type GateInput, gateChecks } from './gate-checks.ts'
import { gateFrom } from './gate-facts.ts'

/** One candidate's answer. Both null: send. */
export interface Verdict {
  /** Code of the first reason to withhold the message for good. */
  withheld: string | null
  /** Code of the first reason to send it later, and when to look again (null: when something changes). */
  later: string | null
  until: Date | null
}

/**
 * The one decision "may this message go to this person now, and if not, why", for any number of candidates at once.
 * Used for counting, freezing, claiming and explaining.
 *
 * @param candidates relation with the columns `business_id, message_id, contact_id, channel_id, topic_id, template_id,
 *   campaign_id, category, kind`; all of one business
 * @returns a select that yields `g.*` and the columns of `Verdict`
 */
export function gateSql(candidates: RawBuilder<unknown>, input: GateInput): RawBuilder<Verdict> {
  return judgeSql(candidates, input, gateChecks(input))
}

/** The gate with a choice of its checks; only tests leave any out. */
export function judgeSql(
  candidates: RawBuilder<unknown>,
  input: GateInput,
  checks: readonly Check[],
): RawBuilder<Verdict> {
  const final = checks.filter((check) => !check.until)
  const postponing = checks.filter((check) => check.until)
  return sql<Verdict>`
    select g.*, ${chain(final, codeOf)} as withheld, ${chain(postponing, codeOf)} as later,
      ${chain(postponing, (check) => check.until ?? sql`null`)}::timestamptz as until${input.spending ? sql`, expected.price` : sql``}
    ${gateFrom(candidates, input)}`
}

export function codeOf(check: Check): RawBuilder<string> {
  return check.reason ?? sql<string>`${check.reasons[0]}::text`
}

/** The first check that blocks decides; later ones are not even evaluated, which matters over a million people. */
function chain(checks: readonly Check[], value: (check: Check) => RawBuilder<unknown>): RawBuilder<unknown> {
  if (checks.length === 0) return sql`null`
  const cases = checks.map((check) => sql`when ${check.applies} and ${check.blocks} then ${value(check)}`)
  return sql`case ${sql.join(cases, sql` `)} end`
}
