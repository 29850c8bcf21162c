import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../design/use-narrow.ts'
import { useFormat } from '../../i18n/format.ts'
import { barsOf, type ChartDay } from './bars-of.ts'
import classes from './channel-standing.module.css'

export interface DayChartProps {
  /** What it shows, in a sentence, for people who do not see it. */
  label: string
  days: readonly ChartDay[]
  series: { name: string; label: string; color: string }[]
}

const WEEK = 7

/** The last 90 days as bars made of their parts: one a day, and one a week where days would be too thin to see and to touch. */
export default function DayChart({ label, days, series }: DayChartProps) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const narrow = useNarrow()
  const data = barsOf(days, narrow ? WEEK : 1).map(({ from, through, counts }) => ({
    ...counts,
    span: format.days(from, through),
  }))
  return (
    <>
      <div role="img" aria-label={label} className={classes.chart}>
        <BarChart
          h="100%"
          data={data}
          dataKey="span"
          type="stacked"
          series={series}
          valueFormatter={format.number}
          withLegend
          gridAxis="y"
          strokeDasharray="0"
          tickLine="none"
          gridColor="var(--jw-line)"
          textColor="var(--jw-ink-soft)"
          xAxisProps={{ minTickGap: 40, tickMargin: 6 }}
          yAxisProps={{ width: 44, allowDecimals: false }}
          barProps={{ maxBarSize: narrow ? 18 : 14, isAnimationActive: false }}
          barChartProps={{ accessibilityLayer: false }}
          cursorFill="var(--jw-hover)"
        />
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t(narrow ? 'bar.week' : 'bar.day')}
      </Text>
    </>
  )
}
