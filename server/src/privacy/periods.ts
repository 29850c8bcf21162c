import type { Context } from '../platform/index.ts'
import { nameRetention, type RetentionFact } from './hooks.ts'

/** How long everything is kept here and now, rule by rule of the retention register. */
export async function askRetention(ctx: Context): Promise<RetentionFact[]> {
  const asked: { retention: RetentionFact[] } = { retention: [] }
  await ctx.hooks.run(nameRetention, ctx, asked)
  return asked.retention
}

/** How long what was said stays, as a person is told (Art. 15 (1) (d) GDPR). */
export interface Periods {
  /** Days that contents of messages to people stay. */
  contentToPerson: number
  /** Days that messages from people stay. */
  fromPerson: number
  /** Months in which is known who got which message. */
  whoGotWhich: number
  /** Days that raw data from WhatsApp stays. */
  raw: number
}

/** The periods of this business, which may be shorter than those of the installation (C-43). */
export async function readPeriods(ctx: Context): Promise<Periods> {
  const facts = await askRetention(ctx)
  const shortest = (table: string) => {
    const days = facts.flatMap((fact) => (fact.table === table && fact.days !== null ? [fact.days] : []))
    if (days.length === 0) throw new Error(`The retention register says nothing of ${table}.`)
    return Math.min(...days)
  }
  return {
    contentToPerson: shortest('message'),
    fromPerson: shortest('inbound_message'),
    whoGotWhich: ctx.config.keepMessagesMonths,
    raw: shortest('webhook_update'),
  }
}
