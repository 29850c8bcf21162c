import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignProgress } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { PartsBar } from '../../design/bars.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { partsOf } from '../../design/message-parts.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign.module.css'
import { clockOf } from './split-time.ts'

const AcceptedChart = lazy(() => import('./accepted-chart.tsx'))

/** The pace falls when nothing is accepted any more, and no event says so. */
const paceMs = 3000

/** A campaign on its way, live. */
export function ProgressCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const api = useApi()
  const { id, state } = campaign
  const progress = useQuery({
    ...api.query(['campaigns', id, 'progress'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/progress', { params: { path: { id } }, signal }),
    ),
    refetchInterval: state === 'running' ? paceMs : false,
  })
  return (
    <Section title={t('progress.title')}>
      {progress.data ? (
        <Numbers progress={progress.data} running={state === 'running'} />
      ) : progress.error ? (
        <ErrorState error={progress.error} onRetry={() => void progress.refetch()} />
      ) : (
        <Skeleton height="14rem" />
      )}
    </Section>
  )
}

function Numbers({ progress, running }: { progress: CampaignProgress; running: boolean }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const { total, done, parts } = partsOf(progress.messages)
  const { perSecond, etaSeconds } = progress
  const { queued = 0, sending = 0 } = progress.messages
  const left = queued + sending
  return (
    <>
      <div className={classes.figures}>
        <Figure
          label={t('progress.accepted')}
          value={format.number(done)}
          hint={t('progress.of', { total: format.number(total) })}
        />
        <Figure label={t('progress.left')} value={format.number(left)} />
        <Figure
          label={t('progress.perSecond')}
          value={format.number(Math.round(perSecond * 10) / 10)}
          hint={running ? undefined : t('progress.still')}
        />
        <Figure
          label={t('progress.eta')}
          value={running && etaSeconds !== null ? clockOf(etaSeconds) : '–'}
          hint={running && etaSeconds !== null ? t('progress.etaHint') : undefined}
        />
      </div>
      <PartsBar
        total={total}
        parts={parts}
        label={t('progress.bar', { done: format.number(done), total: format.number(total) })}
      />
      <ul className={classes.legend}>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <li key={part.key}>
              <i data-tone={part.tone} aria-hidden />
              {t(`parts.${part.key}`)} <b>{format.number(part.count)}</b>
            </li>
          ))}
      </ul>
      {progress.series.length > 1 && (
        <div className={classes.chart}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <AcceptedChart series={progress.series} />
          </Suspense>
        </div>
      )}
    </>
  )
}
