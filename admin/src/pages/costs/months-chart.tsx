import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { Costs } from '../../api/cost-entities.ts'
import { useFormat } from '../../i18n/format.ts'
import { useCostNames } from './use-cost-names.ts'

const COLOURS = [
  'var(--jw-brand)',
  'var(--jw-info)',
  'var(--jw-warn)',
  'var(--jw-bad)',
  'var(--jw-good)',
  'var(--jw-ink-soft)',
]

/** Costs per month, by category. */
export default function MonthsChart({ costs, categories }: { costs: Costs; categories: string[] }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const names = useCostNames()
  const { currency, months } = costs
  const sum = months.reduce((total, month) => total + Math.round(month.amount * 100), 0) / 100
  return (
    <div
      role="img"
      aria-label={t('months.chart', { amount: format.money(sum, currency) })}
      style={{ height: '100%' }}
    >
      <BarChart
        h="100%"
        type="stacked"
        data={months.map((month) => ({
          month: format.month(month.month, 'short'),
          ...Object.fromEntries(month.categories.map((one) => [one.category, one.amount])),
        }))}
        dataKey="month"
        series={categories.map((name, index) => ({
          name,
          label: names.category(name),
          color: COLOURS[index % COLOURS.length] ?? 'var(--jw-brand)',
        }))}
        valueFormatter={(value) => format.money(value, currency)}
        gridAxis="y"
        strokeDasharray="0"
        tickLine="none"
        gridColor="var(--jw-line)"
        textColor="var(--jw-ink-soft)"
        yAxisProps={{ width: 72 }}
        xAxisProps={{ minTickGap: 4 }}
        barProps={{ maxBarSize: 44, isAnimationActive: false }}
        cursorFill="var(--jw-hover)"
        withLegend={categories.length > 1}
        barChartProps={{ accessibilityLayer: false }}
      />
    </div>
  )
}
