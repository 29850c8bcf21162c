import { Skeleton } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import classes from './campaign.module.css'
import { Controls } from './controls.tsx'
import { FactsCard } from './facts-card.tsx'
import { FreezingNotice } from './freezing-notice.tsx'
import { MessagesCard } from './messages-card.tsx'
import { PauseNotice } from './pause-notice.tsx'
import { ProgressCard } from './progress-card.tsx'
import { RampNotice } from './ramp-notice.tsx'
import { Report } from './report.tsx'
import { ScheduledNotice } from './scheduled-notice.tsx'
import { SlowNotice } from './slow-notice.tsx'

/** One campaign after its draft: waiting for its time, running, or told in numbers. */
export default function CampaignPage() {
  const { t } = useTranslation('campaign')
  const api = useApi()
  const { slug, role } = useBusiness()
  const { id } = useParams({ from: '/b/$slug/campaigns/$id' })
  const query = useQuery(
    api.query(['campaigns', id], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}', { params: { path: { id } }, signal }),
    ),
  )
  const campaign = query.data
  const back = { to: `/b/${slug}/campaigns`, label: t('back') }
  if (!campaign) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height="20rem" radius="lg" />
        )}
      </>
    )
  }
  if (campaign.state === 'draft') {
    return <Navigate to="/b/$slug/campaigns/new" params={{ slug }} search={{ id }} replace />
  }
  const moving =
    campaign.state === 'running' || (campaign.state === 'paused' && campaign.counts !== undefined)
  // While the audience is being frozen there is nothing to tell yet.
  const launched = campaign.launchedAt !== null && campaign.freezing === null
  const mayAct = role === 'owner' || role === 'marketer'
  return (
    <>
      <PageHeader
        title={campaign.name}
        badge={<StateBadge kind="campaign" state={campaign.state} />}
        back={back}
        actions={mayAct && <Controls campaign={campaign} />}
      />
      <div className={classes.page}>
        {campaign.state === 'scheduled' && <ScheduledNotice campaign={campaign} />}
        {campaign.state === 'freezing' && <FreezingNotice campaign={campaign} />}
        {campaign.state === 'cancelled' && campaign.freezing && (
          <Notice tone="quiet" icon={IconPlayerStop} title={t('freezing.cancelledTitle')}>
            {t('freezing.cancelled')}
          </Notice>
        )}
        {campaign.state === 'paused' && <PauseNotice campaign={campaign} />}
        {campaign.state === 'running' && <RampNotice campaign={campaign} />}
        {campaign.state === 'running' && campaign.pace < 1 && (
          <SlowNotice campaignId={campaign.id} mayAct={mayAct} />
        )}
        {moving && <ProgressCard campaign={campaign} />}
        {launched && <Report campaign={campaign} />}
        <FactsCard campaign={campaign} />
        {launched && role !== 'agent' && <MessagesCard campaignId={campaign.id} />}
      </div>
    </>
  )
}
