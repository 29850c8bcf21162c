import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { useFormat } from '../../i18n/format.ts'
import classes from './channel-standing.module.css'

export interface DayChartProps {
  /** What it shows, in a sentence, for people who do not see it. */
  label: string
  days: ({ day: string } & Record<string, number | string>)[]
  series: { name: string; label: string; color: string }[]
}

/** A bar for each of the last 90 days, made of its parts. */
export default function DayChart({ label, days, series }: DayChartProps) {
  const format = useFormat()
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <BarChart
        h="100%"
        data={days.map((day) => ({ ...day, day: format.shortDate(`${day.day}T12:00:00`) }))}
        dataKey="day"
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
        barProps={{ maxBarSize: 14, isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        cursorFill="var(--jw-hover)"
      />
    </div>
  )
}
