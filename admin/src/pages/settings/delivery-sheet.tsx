import { Button, Code, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { deliveryTones } from './delivery-tones.ts'
import { useWebhookWords } from './use-webhook-words.ts'

/** One delivery: what it says, each attempt, and having it delivered again. */
export function DeliverySheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={id !== undefined} onClose={onClose} title={t('webhooks.deliveries')}>
      {id && <Content id={id} />}
    </SideSheet>
  )
}

function Content({ id }: { id: string }) {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { slug, role } = useBusiness()
  const { answer, eventName } = useWebhookWords()
  const params = { path: { id } }
  const delivery = useQuery(
    api.query(['deliveries', id], (client, signal) =>
      client.GET('/api/v1/deliveries/{id}', { params, signal }),
    ),
  )
  const again = useChange((client) => client.POST('/api/v1/deliveries/{id}/again', { params }), {
    touches: [['deliveries'], ['endpoints']],
    done: t('webhooks.againDone'),
  })
  if (delivery.error) return <ErrorState error={delivery.error} onRetry={() => void delivery.refetch()} />
  if (!delivery.data) return <Skeleton height="12rem" />
  const { event, endpointName, state, contactId, body, tries } = delivery.data
  return (
    <Stack>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={580}>{eventName(event)}</Text>
          <Text size="sm" c="dimmed">
            {endpointName} · <DateTime at={delivery.data.at} />
          </Text>
        </div>
        <ToneBadge tone={deliveryTones[state]}>{t(`webhooks.states.${state}`)}</ToneBadge>
      </Group>
      {contactId && event !== 'person.erased' && (
        <AnchorLink to="/b/$slug/contacts/$id" params={{ slug, id: contactId }} size="sm">
          {t('webhooks.person')}
        </AnchorLink>
      )}
      <div>
        <Title order={3} mb="xs">
          {t('webhooks.attempts')}
        </Title>
        {tries.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('webhooks.attemptsNone')}
          </Text>
        ) : (
          <Table>
            <Table.Tbody>
              {tries.map(({ attempt, at, tookMs, status, failure }) => (
                <Table.Tr key={attempt}>
                  <Table.Td>{answer({ status, failure })}</Table.Td>
                  <Table.Td ta="right">
                    <Text span size="sm" c="dimmed">
                      {t('webhooks.took', { ms: tookMs })}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <DateTime at={at} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </div>
      <div>
        <Title order={3} mb="xs">
          {t('webhooks.body')}
        </Title>
        <Code block>{JSON.stringify(JSON.parse(body), null, 2)}</Code>
      </div>
      {role === 'owner' && (
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('webhooks.again')}
        </Button>
      )}
    </Stack>
  )
}
