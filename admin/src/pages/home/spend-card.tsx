import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './home.module.css'

const SpendChart = lazy(() => import('./spend-chart.tsx'))

/** What messages cost this month, as Meta's webhooks booked it. */
export function SpendCard({ spend }: { spend: HomeInsights['spend'] | undefined }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <Section>
      <Figure
        label={t('spend.label')}
        value={spend && format.money(spend.month, spend.currency)}
        hint={t('spend.hint')}
      />
      {spend?.series.some((day) => day.amount > 0) && (
        <div className={classes.smallChart}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <SpendChart spend={spend} />
          </Suspense>
        </div>
      )}
    </Section>
  )
}
