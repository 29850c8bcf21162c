import { Button, Skeleton, Stack } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Alerts } from '../standing/alerts.tsx'
import { DaysSection } from './days-section.tsx'
import { ErrorsSection } from './errors-section.tsx'
import { HistorySection } from './history-section.tsx'
import { NowSection } from './now-section.tsx'
import { SignsSection } from './signs-section.tsx'
import { StopsSection } from './stops-section.tsx'
import { TemplatesSection } from './templates-section.tsx'
import { WarmUpSection } from './warm-up-section.tsx'

/** Everything about one number: how it is, how that came, what limits it, what people think of it, and what to do. */
export default function ChannelStandingPage() {
  const { t } = useTranslation(['channel-standing', 'standing'])
  const { id = '' } = useParams({ strict: false })
  const api = useApi()
  const format = useFormat()
  const { slug, role } = useBusiness()
  const detail = useQuery(
    api.query(['standing', 'channel', id], (client, signal) =>
      client.GET('/api/v1/standing/channels/{id}', { params: { path: { id } }, signal }),
    ),
  )
  const refresh = useChange(
    (client) => client.POST('/api/v1/channels/{id}/refresh', { params: { path: { id } } }),
    { touches: [['standing']], done: t('refreshed') },
  )
  const { data } = detail
  const mayAct = role === 'owner' || role === 'marketer'
  const back = { to: `/b/${slug}/standing`, label: t('back') }
  if (detail.error && !data) {
    return (
      <>
        <PageHeader title={t('back')} back={back} />
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      </>
    )
  }
  if (!data) {
    return (
      <>
        <PageHeader title={t('back')} back={back} />
        <Stack gap="lg" aria-busy>
          <Skeleton height="12rem" radius="lg" />
          <Skeleton height="8rem" radius="lg" />
          <Skeleton height="18rem" radius="lg" />
        </Stack>
      </>
    )
  }
  return (
    <>
      <PageHeader
        back={back}
        title={data.name}
        lead={`${data.displayPhoneNumber} · ${t('lead')} ${t('updated', { when: format.relative(data.updatedAt) })}.`}
        badge={<StateBadge kind="channel" state={data.state} />}
        actions={
          role !== 'dpo' && (
            <Button
              variant="default"
              leftSection={<IconRefresh size="1rem" aria-hidden />}
              loading={refresh.isPending}
              onClick={() => refresh.mutate()}
            >
              {t('refresh')}
            </Button>
          )
        }
      />
      <Stack gap="lg">
        <StopsSection channel={data} mayAct={mayAct} />
        <NowSection channel={data} />
        {data.warmUp && <WarmUpSection warmUp={data.warmUp} />}
        <HistorySection history={data.history} />
        <SignsSection days={data.days} />
        <DaysSection days={data.days} />
        <ErrorsSection errors={data.errors} />
        <TemplatesSection templates={data.templates} />
        <Section title={t('alerts.title')}>
          {data.alerts.length === 0 ? t('alerts.none') : <Alerts alerts={data.alerts} />}
        </Section>
      </Stack>
    </>
  )
}
