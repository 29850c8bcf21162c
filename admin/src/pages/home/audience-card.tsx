import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './home.module.css'

const AudienceChart = lazy(() => import('./audience-chart.tsx'))

/** How many people have a confirmed consent now, and how they came and went. */
export function AudienceCard({
  subscribers,
  days,
}: {
  subscribers: HomeInsights['subscribers'] | undefined
  days: number
}) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const change = subscribers?.change ?? 0
  return (
    <Section>
      <div className={classes.figures}>
        <Figure
          label={t('audience.label')}
          value={subscribers && format.number(subscribers.now)}
          change={
            subscribers && {
              text: t('audience.change', { change: format.signed(change), count: days }),
              direction: change > 0 ? 'up' : change < 0 ? 'down' : 'none',
            }
          }
        />
        <div className={classes.legend}>
          <span>
            <i />
            {t('audience.confirmed')}
          </span>
          <span data-withdrawn>
            <i />
            {t('audience.withdrawn')}
          </span>
        </div>
      </div>
      <div className={classes.chart}>
        {subscribers ? (
          <Suspense fallback={<Skeleton height="100%" />}>
            <AudienceChart series={subscribers.series} />
          </Suspense>
        ) : (
          <Skeleton height="100%" />
        )}
      </div>
    </Section>
  )
}
