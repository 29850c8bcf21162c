import { type RawBuilder, sql } from 'kysely'
import { DAY } from '../platform/index.ts'
import { type Check, type GateInput, gateChecks } from './gate-checks.ts'

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
  const checks = gateChecks(input)
  const final = checks.filter((check) => !check.until)
  const postponing = checks.filter((check) => check.until)
  return sql<Verdict>`
    select g.*, ${chain(final, codeOf)} as withheld, ${chain(postponing, codeOf)} as later,
      ${chain(postponing, (check) => check.until ?? sql`null`)}::timestamptz as until
    ${gateFrom(candidates, input)}`
}

/** The joins of the gate, for whoever wants the checks one by one. */
export function gateFrom(candidates: RawBuilder<unknown>, input: GateInput): RawBuilder<unknown> {
  const { businessId } = input
  return sql`from (${candidates}) g
    join business b on b.business_id = ${businessId}
    join contact c on c.business_id = ${businessId} and c.contact_id = g.contact_id
    join channel ch on ch.business_id = ${businessId} and ch.channel_id = g.channel_id
    left join consent s on s.business_id = ${businessId} and s.contact_id = g.contact_id
      and s.channel_id = g.channel_id and s.topic_id = g.topic_id
    left join template t on t.business_id = ${businessId} and t.template_id = g.template_id
    left join campaign cp on cp.business_id = ${businessId} and cp.campaign_id = g.campaign_id
    left join ${reachSql(input)} reach on reach.channel_id = g.channel_id`
}

/** People each channel wrote to by itself in the rolling 24 hours; counted only for channels that have a limit. */
function reachSql({ businessId, now, limitKept }: GateInput): RawBuilder<unknown> {
  if (limitKept)
    return sql`(select null::uuid as channel_id, null::bigint as people, null::timestamptz as first_at)`
  return sql`(select l.channel_id, r.people, r.first_at from channel l cross join lateral (
      select count(distinct m.contact_id) as people, min(m.accepted_at) as first_at from message m
      where m.business_id = l.business_id and m.channel_id = l.channel_id and m.category <> 'service'
        and m.accepted_at > ${new Date(now.getTime() - DAY)}::timestamptz) r
    where l.business_id = ${businessId} and l.messaging_limit is not null)`
}

export function codeOf(check: Check): RawBuilder<string> {
  return check.reason ?? sql<string>`${check.reasons[0]}::text`
}

/** The first check that blocks decides; later ones are not even evaluated, which matters over a million people. */
function chain(checks: Check[], value: (check: Check) => RawBuilder<unknown>): RawBuilder<unknown> {
  const cases = checks.map((check) => sql`when ${check.applies} and ${check.blocks} then ${value(check)}`)
  return sql`case ${sql.join(cases, sql` `)} end`
}
