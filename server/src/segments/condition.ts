import { type RawBuilder, sql } from 'kysely'
import { DAY } from '../platform/clock.ts'
import type { Context } from '../platform/index.ts'
import type { Rule, Rules } from './rules.ts'

type Condition = RawBuilder<boolean>

const COLUMN = {
  last_inbound: 'last_inbound_at',
  created: 'created_at',
} as const

/**
 * One condition for a `where` over the table `contact`, set-based and free of state: who is in the segment at this
 * moment. Erased people are in no segment. Every rule is null-safe: what is not known is "is not", never "unknown".
 */
export function rulesCondition(ctx: Pick<Context, 'businessId' | 'clock'>, rules: Rules): Condition {
  const groups = rules.groups.map((group) =>
    join(
      group.match,
      group.rules.map((rule) => condition(ctx, rule)),
    ),
  )
  return sql<boolean>`(contact.business_id = ${ctx.businessId} and contact.erased_at is null and contact.merged_into is null and ${join(rules.match, groups)})`
}

function join(match: 'all' | 'any', conditions: Condition[]): Condition {
  if (conditions.length === 0) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(conditions, match === 'all' ? sql` and ` : sql` or `)})`
}

function negate(is: boolean, condition: Condition): Condition {
  return is ? condition : sql<boolean>`(not ${condition})`
}

function condition(ctx: Pick<Context, 'businessId' | 'clock'>, rule: Rule): Condition {
  switch (rule.field) {
    case 'topic':
      return negate(
        rule.op === 'confirmed',
        sql`exists (select 1 from consent where consent.business_id = contact.business_id
          and consent.contact_id = contact.contact_id and consent.topic_id = ${rule.value} and consent.state = 'confirmed')`,
      )
    case 'source':
      return negate(
        rule.op === 'is',
        sql`(contact.first_source_id is not distinct from ${rule.value}::uuid or exists (select 1 from consent
          where consent.business_id = contact.business_id and consent.contact_id = contact.contact_id
          and consent.source_id = ${rule.value}))`,
      )
    case 'language':
      // 'de' also means 'de_AT': the person's language may carry a region.
      return negate(
        rule.op === 'is',
        sql`coalesce(lower(left(contact.language, ${rule.value.length})) = ${rule.value}, false)`,
      )
    case 'country':
      return negate(rule.op === 'is', sql`(contact.country is not distinct from ${rule.value}::char(2))`)
    case 'attribute':
      return attribute(rule)
    default: {
      const since = new Date(ctx.clock.now().getTime() - rule.value * DAY)
      if (rule.field === 'last_marketing')
        return negate(
          rule.op === 'within_days',
          sql`exists (select 1 from contact_marketing n where n.business_id = contact.business_id
            and n.contact_id = contact.contact_id and n.last_at >= ${since}::timestamptz)`,
        )
      return negate(
        rule.op === 'within_days',
        sql`coalesce(${sql.ref(`contact.${COLUMN[rule.field]}`)} >= ${since}::timestamptz, false)`,
      )
    }
  }
}

const NUMBER = '^-?[0-9]{1,15}([.][0-9]{1,10})?$'

function attribute(rule: Extract<Rule, { field: 'attribute' }>): Condition {
  const text = sql`(contact.attributes ->> ${rule.key}::text)`
  const value = String(rule.value ?? '')
  switch (rule.op) {
    case 'set':
      return sql`(coalesce(${text}, '') <> '')`
    case 'not_set':
      return sql`(coalesce(${text}, '') = '')`
    case 'is':
    case 'is_not':
      return negate(rule.op === 'is', sql`(coalesce(lower(${text}), '') = lower(${value}::text))`)
    case 'contains':
      return sql`(position(lower(${value}::text) in coalesce(lower(${text}), '')) > 0)`
    default:
      return compare(text, rule.op, value)
  }
}

/** Numbers compare as numbers; everything else, for example ISO dates, by its letters. */
function compare(text: RawBuilder<unknown>, op: 'gt' | 'lt', value: string): Condition {
  const sign = op === 'gt' ? sql`>` : sql`<`
  if (new RegExp(NUMBER).test(value)) {
    return sql`coalesce(case when ${text} ~ ${NUMBER} then ${text}::numeric ${sign} ${value}::numeric end, false)`
  }
  return sql`coalesce(${text} <> '' and ${text} collate "C" ${sign} ${value}::text collate "C", false)`
}
