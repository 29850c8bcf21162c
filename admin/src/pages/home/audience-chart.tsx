import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { useFormat } from '../../i18n/format.ts'

/** Per day: who said yes upwards, who withdrew downwards. */
export default function AudienceChart({ series }: { series: HomeInsights['subscribers']['series'] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const data = series.map((day) => ({
    day: format.shortDate(`${day.day}T12:00:00`),
    confirmed: day.confirmed,
    withdrawn: -day.withdrawn,
  }))
  const sum = (key: 'confirmed' | 'withdrawn') => series.reduce((total, day) => total + day[key], 0)
  return (
    <div
      role="img"
      aria-label={t('audience.chart', {
        confirmed: format.number(sum('confirmed')),
        withdrawn: format.number(sum('withdrawn')),
      })}
      style={{ height: '100%' }}
    >
      <BarChart
        h="100%"
        data={data}
        dataKey="day"
        type="stacked"
        barChartProps={{ stackOffset: 'sign' }}
        series={[
          { name: 'confirmed', label: t('audience.confirmed'), color: 'var(--jw-good)' },
          { name: 'withdrawn', label: t('audience.withdrawn'), color: 'var(--jw-bad)' },
        ]}
        valueFormatter={(value) => format.number(Math.abs(value))}
        gridAxis="x"
        strokeDasharray="0"
        tickLine="none"
        gridColor="var(--jw-line)"
        textColor="var(--jw-ink-soft)"
        xAxisProps={{ minTickGap: 40, tickMargin: 6 }}
        yAxisProps={{ width: 38, allowDecimals: false }}
        barProps={{ radius: [3, 3, 0, 0], maxBarSize: 18, isAnimationActive: false }}
        cursorFill="var(--jw-hover)"
        accessibilityLayer={false}
      />
    </div>
  )
}
