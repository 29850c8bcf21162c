import { sql } from 'kysely'
import type { z } from 'zod'
import { csvLine } from '../campaigns/index.ts'
import { billingDay, billingOf, marketOf } from '../costs/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { CostsQuery } from './costs.ts'

const HEADINGS: Record<Language, string[]> = {
  de: [
    'Tag',
    'Nummer',
    'Kampagne',
    'Thema',
    'Land',
    'Markt',
    'Kategorie',
    'Art',
    'Zugestellt',
    'Berechnet',
    'Ohne Preis',
    'Kosten',
    'Währung',
  ],
  en: [
    'Day',
    'Number',
    'Campaign',
    'Topic',
    'Country',
    'Market',
    'Category',
    'Type',
    'Delivered',
    'Billed',
    'Without a price',
    'Cost',
    'Currency',
  ],
}

interface Row {
  day: string
  channel: string
  campaign: string | null
  topic: string | null
  country: string
  category: string
  type: string
  messages: number
  billed: number
  unpriced: number
  cost: string
}

/** What a month cost, day by day, as CSV: nothing about single people, amounts to the last digit. */
export async function costsCsv(
  ctx: Context,
  input: z.input<typeof CostsQuery>,
  language: Language,
): Promise<string> {
  requireRole(ctx, 'marketer', 'dpo')
  const { currency, timeZone } = await billingOf(ctx)
  const { month = billingDay(ctx.clock.now(), timeZone).slice(0, 7) } = CostsQuery.parse(input)
  const { rows } = await sql<Row>`
    select to_char(d.day, 'YYYY-MM-DD') as day, ch.name as channel, cp.name as campaign,
      coalesce(t.name ->> ${language}, t.name ->> 'de', t.key) as topic, d.country, d.category, d.type, sum(d.messages)::int as messages,
      sum(d.billed)::int as billed, sum(d.unpriced)::int as unpriced, sum(d.cost)::text as cost
    from cost_day d
    join channel ch on ch.business_id = d.business_id and ch.channel_id = d.channel_id
    left join campaign cp on cp.business_id = d.business_id and cp.campaign_id = d.campaign_id
    left join topic t on t.business_id = d.business_id and t.topic_id = d.topic_id
    where d.business_id = ${ctx.businessId} and d.day >= ${`${month}-01`}::date and d.day < ${`${month}-01`}::date + interval '1 month'
    group by d.day, 2, 3, 4, 5, 6, 7 order by d.day, 2, 3, 4, 5, 6, 7`.execute(ctx.db)
  const decimal = (amount: string) => (language === 'de' ? amount.replace('.', ',') : amount)
  const lines = rows.map((row) =>
    csvLine([
      row.day,
      row.channel,
      row.campaign,
      row.topic,
      row.country,
      marketOf(row.country || null),
      row.category,
      row.type,
      row.messages,
      row.billed,
      row.unpriced,
      decimal(row.cost),
      currency,
    ]),
  )
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${csvLine(HEADINGS[language])}${lines.join('')}`
}
