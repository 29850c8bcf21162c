import { Skeleton, UnstyledButton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Costs } from '../../api/cost-entities.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './costs.module.css'
import { useCostNames } from './use-cost-names.ts'

const MonthsChart = lazy(() => import('./months-chart.tsx'))

/** Twelve months as bars, and as a table for those who want the figures. */
export function MonthsCard({ costs, onMonth }: { costs: Costs; onMonth: (month: string) => void }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const names = useCostNames()
  const used = costs.months.filter((month) => month.amount > 0)
  if (used.length === 0) return null
  const categories = [
    ...new Set(
      used.flatMap((month) => month.categories.filter((one) => one.amount > 0).map((one) => one.category)),
    ),
  ].sort()
  return (
    <Section title={t('months.title')} lead={t('months.lead', { zone: costs.timeZone })}>
      <div className={classes.chart}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <MonthsChart costs={costs} categories={categories} />
        </Suspense>
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col">{t('months.sum')}</th>
              {categories.map((category) => (
                <th key={category} scope="col">
                  {names.category(category)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...used].reverse().map(({ month, amount, categories: own }) => (
              <tr key={month} data-current={month === costs.month}>
                <th scope="row">
                  <UnstyledButton className={classes.month} onClick={() => onMonth(month)}>
                    {format.month(month)}
                  </UnstyledButton>
                </th>
                <td>
                  <strong>{format.money(amount, costs.currency)}</strong>
                </td>
                {categories.map((category) => (
                  <td key={category}>
                    {format.money(own.find((one) => one.category === category)?.amount ?? 0, costs.currency)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
