import { SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness, useMe } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { AudienceCard } from './audience-card.tsx'
import { CampaignsCard } from './campaigns-card.tsx'
import { FirstSteps } from './first-steps.tsx'
import { FunnelCard } from './funnel-card.tsx'
import classes from './home.module.css'
import { SpendCard } from './spend-card.tsx'
import { StandingCard } from './standing-card.tsx'
import { Tasks } from './tasks.tsx'

const spans = ['7', '30', '90'] as const

/** How the business is doing, in one look: who said yes, what runs, what it costs, what needs a hand. */
export default function HomePage() {
  const { t } = useTranslation('home')
  const api = useApi()
  const { slug, name } = useBusiness()
  const { account } = useMe()
  const [chosen, choose] = useFilter('days')
  const days = Number(spans.find((span) => span === chosen) ?? '30')
  const home = useQuery(
    api.query(['insights', 'home', days], (client, signal) =>
      client.GET('/api/v1/insights/home', { params: { query: { days } }, signal }),
    ),
  )
  const data = home.data
  const fresh =
    data && data.subscribers.now === 0 && data.funnel.requested === 0 && data.campaigns.length === 0

  return (
    <>
      <PageHeader
        title={t('title', { name: account.name.split(' ', 1).join('') })}
        lead={t('lead', { business: name })}
        actions={
          <>
            <SegmentedControl
              size="sm"
              aria-label={t('span')}
              value={String(days)}
              onChange={(value) => choose(value === '30' ? undefined : value)}
              data={spans.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
            />
            <ButtonLink to="/b/$slug/campaigns/new" params={{ slug }} leftSection={<IconSend size={16} />}>
              {t('newCampaign')}
            </ButtonLink>
          </>
        }
      />
      {home.error && !data ? (
        <ErrorState error={home.error} onRetry={() => void home.refetch()} />
      ) : (
        <div className={classes.page} aria-busy={home.isPending}>
          <Tasks tasks={data?.tasks ?? []} />
          {fresh && <FirstSteps />}
          {!fresh && (
            <div className={classes.upper}>
              <AudienceCard subscribers={data?.subscribers} days={days} />
              <FunnelCard funnel={data?.funnel} days={days} />
            </div>
          )}
          <div className={classes.lower}>
            <CampaignsCard campaigns={data?.campaigns} />
            <div className={classes.stack}>
              <StandingCard channels={data?.channels} />
              <SpendCard spend={data?.spend} />
            </div>
          </div>
        </div>
      )}
    </>
  )
}
