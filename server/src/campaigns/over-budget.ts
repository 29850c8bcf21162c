import { billingOf, type Estimate } from '../costs/index.ts'
import { budgetsLeft } from '../dispatch/index.ts'
import type { Context } from '../platform/index.ts'
import type { CampaignRow } from './campaign.ts'
import type { ReadinessProblem } from './readiness.ts'

/**
 * What stands in the way of a launch once it is known who gets it and what that costs at most: nobody, more than its own budget, its
 * topic's or the business's leaves, or a market without a price, where no budget could hold anything back (C-71). Also asked when the
 * audience is frozen.
 */
export async function audienceProblems(
  ctx: Context,
  row: Pick<CampaignRow, 'budget' | 'topic_id'>,
  people: number,
  { high: estimate, byMarket }: Pick<Estimate, 'high' | 'byMarket'>,
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
  const shared = await budgetsLeft(ctx, row.topic_id)
  const unpriced = byMarket.filter(({ price }) => price === null)
  if (unpriced.length > 0 && (row.budget !== null || shared.length > 0)) {
    const count = unpriced.reduce((sum, market) => sum + market.count, 0)
    problems.push({
      code: 'no_price',
      message: {
        de: `Für ${count} der Menschen kennt die Preisliste keinen Preis in ${currency}; so lässt sich kein Budget einhalten. Trage ihn unter Einstellungen, Preise ein.`,
        en: `For ${count} of the people the price list has no price in ${currency}, so no budget could be kept. Enter it under Settings, Prices.`,
      },
    })
  }
  for (const { scope, period, left } of shared) {
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
  business: { de: 'des Unternehmens', en: 'the business' },
} as const
