import '@mantine/charts/styles.layer.css'
import { AreaChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { CampaignProgress } from '../../api/campaign-entities.ts'
import { useFormat } from '../../i18n/format.ts'
import { chartLooks } from './chart-looks.ts'

/** What WhatsApp accepted over the last minutes. */
export default function AcceptedChart({ series }: { series: CampaignProgress['series'] }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const sum = series.reduce((total, point) => total + point.accepted, 0)
  return (
    <div
      role="img"
      aria-label={t('progress.chart', { sum: format.number(sum) })}
      className={chartLooks.className}
    >
      <AreaChart
        {...chartLooks.chart}
        data={series.map((point) => ({ at: format.time(point.at), accepted: point.accepted }))}
        dataKey="at"
        series={[{ name: 'accepted', label: t('progress.accepted'), color: 'var(--jw-info)' }]}
        valueFormatter={format.number}
        curveType="monotone"
        withDots={false}
        fillOpacity={0.25}
      />
    </div>
  )
}
