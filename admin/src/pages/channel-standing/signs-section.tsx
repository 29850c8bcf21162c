import { Skeleton, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './channel-standing.module.css'
import { sumOf } from './sum-of.ts'
import type { ChannelDetail } from './types.ts'

const DayChart = lazy(() => import('./day-chart.tsx'))
const WEEK = 7

/** What stands for blocks and reports, which Meta does not tell: this week against the one before, and day by day. */
export function SignsSection({ days }: { days: ChannelDetail['days'] }) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const [week, before] = [sumOf(days.slice(-WEEK)), sumOf(days.slice(-2 * WEEK, -WEEK))]
  const all = sumOf(days)
  const perThousand = (of: typeof all) =>
    of.delivered > 0 ? format.number(Math.round((of.optOuts / of.delivered) * 10_000) / 10) : '–'
  const share = (part: number, whole: number) => (whole > 0 ? format.percent(part / whole) : '–')
  const shown = all.optOuts + all.stopped + all.capped + all.unreachable
  return (
    <Section title={t('signs.title')} lead={t('signs.lead')}>
      <div className={classes.figures}>
        <Figure
          label={t('signs.perThousand')}
          value={perThousand(week)}
          hint={`${t('signs.week', { before: perThousand(before) })}. ${t('signs.good')}`}
        />
        <Figure
          label={t('signs.readShare')}
          value={share(week.read, week.delivered)}
          hint={t('signs.week', { before: share(before.read, before.delivered) })}
        />
        <Figure
          label={t('signs.failShare')}
          value={share(week.failed, week.sent)}
          hint={t('signs.week', { before: share(before.failed, before.sent) })}
        />
      </div>
      {shown === 0 ? (
        <Text size="sm" c="dimmed" mt="md">
          {t('signs.none')}
        </Text>
      ) : (
        <Suspense fallback={<Skeleton height="15rem" />}>
          <DayChart
            label={t('signs.chart', {
              optOuts: format.number(all.optOuts),
              stopped: format.number(all.stopped),
              capped: format.number(all.capped),
              unreachable: format.number(all.unreachable),
            })}
            days={days.map(({ day, optOuts, stopped, capped, unreachable }) => ({
              day,
              counts: { optOuts, stopped, capped, unreachable },
            }))}
            series={[
              { name: 'optOuts', label: t('signs.optOuts'), color: 'var(--jw-bad)' },
              { name: 'stopped', label: t('signs.stopped'), color: 'var(--jw-plan)' },
              { name: 'capped', label: t('signs.capped'), color: 'var(--jw-warn)' },
              { name: 'unreachable', label: t('signs.unreachable'), color: 'var(--jw-quiet)' },
            ]}
          />
        </Suspense>
      )}
    </Section>
  )
}
