import { Button, Skeleton, Text } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Endpoint } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { Deliveries } from './deliveries.tsx'
import { EndpointCard } from './endpoint-card.tsx'
import { EndpointSheet } from './endpoint-sheet.tsx'
import { SecretDialog, type ToldSecret } from './secret-dialog.tsx'

const refreshMs = 4_000

/** Who is told of what changes about people, and what became of it (Art. 19 GDPR). */
export default function WebhookSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { role } = useBusiness()
  const [edited, setEdited] = useState<Endpoint | 'new'>()
  const [told, setTold] = useState<ToldSecret>()
  const endpoints = useQuery({
    ...api.query(['endpoints'], (client, signal) => client.GET('/api/v1/endpoints', { signal })),
    // While something is on its way, its answer is looked for.
    refetchInterval: ({ state }) => (state.data?.some(({ waiting }) => waiting > 0) ? refreshMs : false),
  })
  if (endpoints.error) return <ErrorState error={endpoints.error} onRetry={() => void endpoints.refetch()} />
  if (!endpoints.data) return <Skeleton height="16rem" radius="lg" />
  const none = endpoints.data.length === 0
  const add = role === 'owner' && (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setEdited('new')}>
      {t('webhooks.add')}
    </Button>
  )
  return (
    <>
      <Section title={t('webhooks.title')} lead={t('webhooks.lead')} aside={none ? null : add}>
        {none ? (
          <EmptyState
            compact
            icon={IconWebhook}
            title={t('webhooks.emptyTitle')}
            text={t('webhooks.emptyText')}
            action={add}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('webhooks.how')}
          </Text>
        )}
      </Section>
      {endpoints.data.map((endpoint) => (
        <EndpointCard
          key={endpoint.id}
          endpoint={endpoint}
          onChange={() => setEdited(endpoint)}
          onSecret={setTold}
        />
      ))}
      {!none && <Deliveries endpoints={endpoints.data} />}
      <EndpointSheet edited={edited} onClose={() => setEdited(undefined)} onSecret={setTold} />
      <SecretDialog told={told} onClose={() => setTold(undefined)} />
    </>
  )
}
