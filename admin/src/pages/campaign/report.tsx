import { Skeleton } from '@mantine/core'
import { IconCircleCheck, IconScaleOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignReport } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { Funnel } from '../../design/bars.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign.module.css'
import { ReasonCards } from './reason-cards.tsx'

const TimelineChart = lazy(() => import('./timeline-chart.tsx'))

/** What came of the campaign, counted from its messages at this moment. */
export function Report({ campaign }: { campaign: Campaign }) {
  const api = useApi()
  const { id } = campaign
  const report = useQuery(
    api.query(['campaigns', id, 'report'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/report', { params: { path: { id } }, signal }),
    ),
  )
  if (report.error && !report.data)
    return (
      <Section>
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      </Section>
    )
  if (!report.data) return <Skeleton height="18rem" radius="lg" />
  return (
    <>
      <div className={classes.twoThirds}>
        <FunnelCard report={report.data} />
        <MoneyCard report={report.data} />
      </div>
      <ReasonCards report={report.data} />
      <Timeline report={report.data} />
    </>
  )
}

function FunnelCard({ report }: { report: CampaignReport }) {
  const { t } = useTranslation('campaign')
  const { funnel } = report
  const steps = (['candidates', 'accepted', 'sent', 'delivered', 'read'] as const).map((key) => ({
    key,
    label: t(`funnel.${key}`),
    count: funnel[key],
    tone: key === 'candidates' ? ('quiet' as const) : ('good' as const),
  }))
  return (
    <Section title={t('funnel.title')} lead={t('funnel.lead')}>
      <Funnel label={t('funnel.title')} steps={steps} />
      <Closes report={report} />
    </Section>
  )
}

/** G3 in one line: everybody who was in the audience is a message or an exclusion. */
function Closes({ report }: { report: CampaignReport }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const { candidates, excluded } = report.funnel
  const Icon = report.closes ? IconCircleCheck : IconScaleOff
  return (
    <p className={classes.closes} data-closes={report.closes}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span>
        <b>{report.closes ? t('closes.yes') : t('closes.no')}</b>{' '}
        {t('closes.sum', {
          candidates: format.number(candidates),
          messages: format.number(candidates - excluded),
          excluded: format.number(excluded),
        })}
      </span>
    </p>
  )
}

function MoneyCard({ report }: { report: CampaignReport }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const { cost, optOuts, funnel } = report
  return (
    <Section title={t('money.title')}>
      <div className={classes.stack}>
        <Figure
          label={t('money.booked')}
          value={format.money(cost.booked, cost.currency)}
          hint={t('money.estimated', { amount: format.money(cost.estimated, cost.currency) })}
        />
        {cost.perDelivered !== null && (
          <Figure
            label={t('money.perDelivered')}
            value={format.money(cost.perDelivered, cost.currency, 4)}
            hint={
              cost.perRead === null
                ? undefined
                : t('money.perRead', { amount: format.money(cost.perRead, cost.currency, 4) })
            }
          />
        )}
        <Figure
          label={t('money.optOuts')}
          value={format.number(optOuts)}
          hint={
            funnel.delivered > 0
              ? t('money.optOutShare', { share: format.percent(optOuts / funnel.delivered) })
              : undefined
          }
        />
      </div>
    </Section>
  )
}

function Timeline({ report }: { report: CampaignReport }) {
  const { t } = useTranslation('campaign')
  if (report.timeline.length < 2) return null
  return (
    <Section title={t('timeline.title')} lead={t('timeline.lead')}>
      <div className={classes.tallChart}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <TimelineChart timeline={report.timeline} />
        </Suspense>
      </div>
    </Section>
  )
}
