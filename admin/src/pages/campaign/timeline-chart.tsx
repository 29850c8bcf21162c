import '@mantine/charts/styles.layer.css'
import { AreaChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { CampaignReport } from '../../api/campaign-entities.ts'
import { useFormat } from '../../i18n/format.ts'
import { chartLooks } from './chart-looks.ts'

/** Delivered, read and opted out per hour over the first days. */
export default function TimelineChart({ timeline }: { timeline: CampaignReport['timeline'] }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const sum = (key: 'delivered' | 'read' | 'optOuts') =>
    timeline.reduce((total, hour) => total + hour[key], 0)
  const label = t('timeline.chart', {
    delivered: format.number(sum('delivered')),
    read: format.number(sum('read')),
    optOuts: format.number(sum('optOuts')),
  })
  return (
    <div role="img" aria-label={label} className={chartLooks.className}>
      <AreaChart
        {...chartLooks.chart}
        data={timeline.map((hour) => ({ ...hour, at: format.dateTime(hour.at) }))}
        dataKey="at"
        series={[
          { name: 'delivered', label: t('timeline.delivered'), color: 'var(--jw-info)' },
          { name: 'read', label: t('timeline.read'), color: 'var(--jw-good)' },
          { name: 'optOuts', label: t('timeline.optOuts'), color: 'var(--jw-bad)' },
        ]}
        valueFormatter={format.number}
        curveType="monotone"
        withDots={false}
        withLegend
        fillOpacity={0.18}
      />
    </div>
  )
}
