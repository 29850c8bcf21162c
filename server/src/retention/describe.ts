import type { Context } from '../platform/index.ts'
import type { RetentionFact } from '../privacy/index.ts'
import { settingsOf } from './page.ts'
import { REGISTER } from './register.ts'
import type { Rule } from './rule.ts'

/** Days of a month on average, as people count them. */
const MONTH_DAYS = 30

/** Handler of privacy's `nameRetention`: the register in days, as this installation and this business are set (C-37, C-51). */
export async function describeRetention(ctx: Context, asked: { retention: RetentionFact[] }): Promise<void> {
  const shorter = await settingsOf(ctx)
  for (const [table, rules] of Object.entries(REGISTER)) {
    for (const rule of rules) asked.retention.push(factOf(table, rule, shorter, ctx))
  }
}

function factOf(
  table: string,
  rule: Rule,
  shorter: ReadonlyMap<string, number>,
  { config }: Context,
): RetentionFact {
  if (rule.does === 'keep') return { table, what: rule.why, days: null, basis: '' }
  const { what, basis } = rule
  const longest = rule.days === 'as messages' ? config.keepMessagesMonths * MONTH_DAYS : rule.days
  const own = rule.does === 'drop months' ? undefined : rule.business && shorter.get(rule.business.key)
  return { table, what, days: Math.min(longest, own ?? longest), basis }
}
