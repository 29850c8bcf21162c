import { Skeleton, Stack } from '@mantine/core'
import { IconPlugConnected, IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { AlertSettings } from './alert-settings.tsx'
import { Alerts } from './alerts.tsx'
import { ChannelSection } from './channel-section.tsx'
import { PutAside } from './put-aside.tsx'
import { TemplateStates } from './template-states.tsx'

/** The health of everything that sends: what Meta thinks of the numbers and templates, and how that changed. */
export default function StandingPage() {
  const { t } = useTranslation('standing')
  const api = useApi()
  const { slug, role } = useBusiness()
  const standing = useQuery(
    api.query(['standing'], (client, signal) => client.GET('/api/v1/standing', { signal })),
  )
  const { data } = standing
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          role !== 'agent' && (
            <ButtonLink
              to="/b/$slug/reviews"
              params={{ slug }}
              variant="default"
              leftSection={<IconReportAnalytics size="1rem" aria-hidden />}
            >
              {t('reviews')}
            </ButtonLink>
          )
        }
      />
      {standing.error && !data ? (
        <ErrorState error={standing.error} onRetry={() => void standing.refetch()} />
      ) : !data ? (
        <Stack gap="lg" aria-busy>
          <Skeleton height="18rem" radius="lg" />
          <Skeleton height="12rem" radius="lg" />
        </Stack>
      ) : (
        <Stack gap="lg">
          {/* Without a number there is nothing that could be in order. */}
          {(data.channels.length > 0 || data.alerts.length > 0) && <Alerts alerts={data.alerts} />}
          {data.parkedUpdates > 0 && <PutAside />}
          {data.channels.length === 0 ? (
            <Section>
              <EmptyState
                icon={IconPlugConnected}
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={
                  <ButtonLink to="/b/$slug/settings/channel" params={{ slug }}>
                    {t('connect')}
                  </ButtonLink>
                }
              />
            </Section>
          ) : (
            data.channels.map((channel) => <ChannelSection key={channel.id} channel={channel} />)
          )}
          <TemplateStates templates={data.templates} />
          <AlertSettings />
        </Stack>
      )}
    </>
  )
}
