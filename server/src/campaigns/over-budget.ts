import { billingOf } from '../costs/index.ts'
import { budgetsLeft } from '../dispatch/index.ts'
import type { Context } from '../platform/index.ts'
import type { CampaignRow } from './campaign.ts'
import type { ReadinessProblem } from './readiness.ts'

/**
 * What stands in the way of a launch once it is known who gets it and what that costs at most: nobody, or more than its own
 * budget, its topic's or the business's leaves (C-71). Also asked when the audience is frozen.
 */
export async function audienceProblems(
  ctx: Context,
  row: Pick<CampaignRow, 'budget' | 'topic_id'>,
  people: number,
  estimate: number,
): Promise<ReadinessProblem[]> {
  const problems: ReadinessProblem[] = []
  if (people === 0) {
    problems.push({
      code: 'nobody',
      message: {
        de: 'Im Moment darf niemand diese Kampagne bekommen.',
        en: 'At the moment nobody may receive this campaign.',
      },
    })
  }
  const { currency } = await billingOf(ctx)
  const money = (amount: number, language: 'de' | 'en') =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount)
  if (row.budget !== null && estimate > Number(row.budget)) {
    const budget = Number(row.budget)
    problems.push({
      code: 'over_budget',
      message: {
        de: `Die Kampagne kostet bis zu ${money(estimate, 'de')} und damit mehr als das Budget von ${money(budget, 'de')}.`,
        en: `The campaign costs up to ${money(estimate, 'en')}, more than the budget of ${money(budget, 'en')}.`,
      },
    })
  }
  for (const { scope, period, left } of await budgetsLeft(ctx, row.topic_id)) {
    if (estimate <= left) continue
    const of = WORDS[scope]
    problems.push({
      code: scope === 'topic' ? 'topic_budget' : 'business_budget',
      message: {
        de: `Die Kampagne kostet bis zu ${money(estimate, 'de')}; das Budget ${of.de} lässt für ${period} noch ${money(left, 'de')}.`,
        en: `The campaign costs up to ${money(estimate, 'en')}; the budget of ${of.en} leaves ${money(left, 'en')} for ${period}.`,
      },
    })
  }
  return problems
}

const WORDS = {
  topic: { de: 'des Themas', en: 'the topic' },
  business: { de: 'des Geschäfts', en: 'the business' },
} as const
