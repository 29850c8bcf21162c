import { Skeleton, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { ChannelDetail } from './types.ts'

const DayChart = lazy(() => import('./day-chart.tsx'))

/** What went out day by day, and what became of it. */
export function DaysSection({ days }: { days: ChannelDetail['days'] }) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const sum = (key: 'sent' | 'delivered' | 'read' | 'failed') =>
    days.reduce((total, day) => total + day[key], 0)
  return (
    <Section title={t('days.title')} lead={t('days.lead')}>
      {sum('sent') === 0 ? (
        <Text size="sm" c="dimmed">
          {t('days.none')}
        </Text>
      ) : (
        <Suspense fallback={<Skeleton height="15rem" />}>
          <DayChart
            label={t('days.chart', {
              delivered: format.number(sum('delivered')),
              read: format.number(sum('read')),
              failed: format.number(sum('failed')),
            })}
            days={days.map(({ day, read, delivered, failed }) => ({
              day,
              counts: { read, unread: delivered - read, failed },
            }))}
            series={[
              { name: 'read', label: t('days.read'), color: 'var(--jw-good)' },
              { name: 'unread', label: t('days.unread'), color: 'var(--jw-info)' },
              { name: 'failed', label: t('days.failed'), color: 'var(--jw-bad)' },
            ]}
          />
        </Suspense>
      )}
    </Section>
  )
}
