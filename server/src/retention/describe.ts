import type { Context } from '../platform/index.ts'
import { REGISTER } from './register.ts'

/** How long a thing is kept, for whoever has to say so; null: it ends with something else. */
interface Fact {
  table: string
  what: string
  days: number | null
  basis: string
}

/** Days of a month on average, as people count them. */
const MONTH_DAYS = 30

/** Handler of records' `describeInstallation`: the register in days, as this installation is set (C-51). */
export async function describeRetention(ctx: Context, installation: { retention: Fact[] }): Promise<void> {
  const messages = ctx.config.keepMessagesMonths * MONTH_DAYS
  for (const [table, rules] of Object.entries(REGISTER)) {
    for (const rule of rules) {
      installation.retention.push(
        rule.does === 'keep'
          ? { table, what: rule.why, days: null, basis: '' }
          : {
              table,
              what: rule.what,
              days: rule.days === 'as messages' ? messages : rule.days,
              basis: rule.basis,
            },
      )
    }
  }
}
