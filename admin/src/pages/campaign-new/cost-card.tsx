import { Text, VisuallyHidden } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CampaignReview } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Figure } from '../../design/figure.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useCostNames } from '../costs/use-cost-names.ts'
import classes from './campaign-new.module.css'

const BARS = 6

/** What it will cost at least and at most, by market, and how far the prices can be trusted (C-71). */
export function CostCard({ cost, budget }: { cost: CampaignReview['cost']; budget: number | null }) {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  const { slug } = useBusiness()
  const low = format.money(cost.low, cost.currency)
  const high = format.money(cost.high, cost.currency)
  const names = useCostNames()
  const unpriced = cost.byMarket.reduce((sum, row) => sum + (row.price === null ? row.count : 0), 0)
  const unknown = cost.byMarket.length > 0 && cost.byMarket.every((row) => row.price === null)
  const unverified = cost.byMarket.some((row) => row.price !== null && !row.verified)
  const dearest = Math.max(...cost.byMarket.map((row) => row.sum), 0.01)
  return (
    <Section title={t('cost.title')}>
      <Figure
        label={t('cost.estimate')}
        value={unknown ? t('cost.unknown') : low === high ? high : t('cost.range', { low, high })}
        hint={
          budget === null
            ? t('cost.noBudget')
            : t('cost.budget', { amount: format.money(budget, cost.currency) })
        }
      />
      {cost.byMarket.length > 1 && (
        <div
          className={classes.marketBars}
          role="img"
          aria-label={t('cost.chart', { market: names.market(cost.byMarket[0]?.market ?? 'other') })}
        >
          {cost.byMarket.slice(0, BARS).map((row) => (
            <div key={row.market} className={classes.marketRow}>
              <span>{names.market(row.market)}</span>
              <span className={classes.marketBar}>
                <span
                  className={classes.marketPart}
                  data-verified={row.verified}
                  style={{ width: `${(row.sum / dearest) * 100}%` }}
                />
              </span>
              <span className="tabular">
                {row.price === null ? '–' : format.money(row.sum, cost.currency)}
              </span>
            </div>
          ))}
        </div>
      )}
      <table className={classes.markets}>
        <thead>
          <tr>
            <th scope="col">{t('cost.market')}</th>
            <th scope="col">{t('cost.people')}</th>
            <th scope="col">{t('cost.price')}</th>
            <th scope="col">{t('cost.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {cost.byMarket.map((row) => (
            <tr key={row.market}>
              <th scope="row">{names.market(row.market)}</th>
              <td>{format.number(row.count)}</td>
              <td>
                {row.price === null ? '–' : format.money(row.price, cost.currency, 4)}
                {row.price !== null && !row.verified && (
                  <>
                    <sup aria-hidden>*</sup>
                    <VisuallyHidden>{t('cost.notVerified')}</VisuallyHidden>
                  </>
                )}
              </td>
              <td>{row.price === null ? '–' : format.money(row.sum, cost.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unpriced > 0 && (
        <Text size="sm" c="dimmed" className={classes.hint} component="p">
          <IconInfoCircle size={16} aria-hidden />
          <span>
            {t('cost.unpriced', { count: unpriced, number: format.number(unpriced) })}{' '}
            <AnchorLink to="/b/$slug/settings/prices" params={{ slug }} size="sm" underline="always">
              {t('cost.enter')}
            </AnchorLink>
          </span>
        </Text>
      )}
      {unverified && (
        <Text size="sm" c="dimmed" className={classes.hint} component="p">
          <IconInfoCircle size={16} aria-hidden />
          <span>
            * {t('cost.unverified')}{' '}
            <AnchorLink to="/b/$slug/settings/prices" params={{ slug }} size="sm" underline="always">
              {t('cost.verify')}
            </AnchorLink>
          </span>
        </Text>
      )}
    </Section>
  )
}
