import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { useFormat } from '../../i18n/format.ts'

/** Spend per day of the month. */
export default function SpendChart({ spend }: { spend: HomeInsights['spend'] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const data = spend.series.map(({ day, amount }) => ({ day: format.shortDate(`${day}T12:00:00`), amount }))
  return (
    <div role="img" aria-label={t('spend.chart')} style={{ height: '100%' }}>
      <BarChart
        h="100%"
        data={data}
        dataKey="day"
        series={[{ name: 'amount', label: t('spend.amount'), color: 'var(--jw-brand)' }]}
        valueFormatter={(value) => format.money(value, spend.currency)}
        withXAxis={false}
        withYAxis={false}
        gridAxis="none"
        barProps={{ radius: 3, maxBarSize: 12, isAnimationActive: false, minPointSize: 2 }}
        cursorFill="var(--jw-hover)"
        accessibilityLayer={false}
      />
    </div>
  )
}
