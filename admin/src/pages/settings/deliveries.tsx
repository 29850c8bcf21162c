import { Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delivery, Endpoint } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime, Relative } from '../../design/values.tsx'
import { DeliverySheet } from './delivery-sheet.tsx'
import { deliveryTones } from './delivery-tones.ts'
import classes from './settings.module.css'
import { useWebhookWords } from './use-webhook-words.ts'

const refreshMs = 4_000
const states = ['waiting', 'delivered', 'dead'] as const
type State = (typeof states)[number]

/** What endpoints were told, are being told and could not be told. */
export function Deliveries({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { answer, eventName } = useWebhookWords()
  const [state, setState] = useState<State>()
  const [endpointId, setEndpointId] = useState<string>()
  const [shown, setShown] = useState<string>()
  const deliveries = useInfiniteQuery({
    ...api.pages<Delivery>(['deliveries', state, endpointId], (client, after, signal) =>
      client.GET('/api/v1/deliveries', {
        params: { query: { limit: 25, after, state, endpointId } },
        signal,
      }),
    ),
    refetchInterval: endpoints.some(({ waiting }) => waiting > 0) ? refreshMs : false,
  })
  return (
    <>
      <Section flush title={t('webhooks.deliveries')} lead={t('webhooks.deliveriesLead')}>
        <Group px="md" pb="sm" gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('webhooks.state')}
            value={state ?? 'all'}
            onChange={(value) => setState(states.find((each) => each === value))}
            data={[
              { value: 'all', label: t('webhooks.all') },
              ...states.map((value) => ({ value, label: t(`webhooks.states.${value}`) })),
            ]}
          />
          {endpoints.length > 1 && (
            <Select
              size="xs"
              aria-label={t('webhooks.endpoint')}
              placeholder={t('webhooks.allEndpoints')}
              clearable
              value={endpointId ?? null}
              onChange={(value) => setEndpointId(value ?? undefined)}
              data={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Group>
        <KeysetTable<Delivery>
          label={t('webhooks.deliveries')}
          query={deliveries}
          onOpen={(delivery) => setShown(delivery.id)}
          {...(shown ? { selectedId: shown } : {})}
          empty={
            <EmptyState
              compact
              icon={IconSend}
              title={t('webhooks.deliveriesEmptyTitle')}
              text={t('webhooks.deliveriesEmptyText')}
            />
          }
          columns={[
            {
              key: 'event',
              header: t('webhooks.event'),
              cell: (delivery) => (
                <>
                  <div className={classes.strong}>{eventName(delivery.event)}</div>
                  <Text size="xs" c="dimmed">
                    {delivery.endpointName}
                  </Text>
                </>
              ),
            },
            {
              key: 'state',
              header: t('webhooks.state'),
              cell: (delivery) => (
                <ToneBadge tone={deliveryTones[delivery.state]}>
                  {t(`webhooks.states.${delivery.state}`)}
                </ToneBadge>
              ),
            },
            {
              key: 'answer',
              header: t('webhooks.answer'),
              from: 'sm',
              cell: (delivery) =>
                answer({ status: delivery.lastStatus, failure: delivery.lastFailure }) ?? '–',
            },
            {
              key: 'next',
              header: t('webhooks.next'),
              from: 'md',
              cell: (delivery) => (delivery.nextAt ? <Relative at={delivery.nextAt} /> : '–'),
            },
            {
              key: 'at',
              header: t('webhooks.at'),
              align: 'right',
              from: 'sm',
              cell: (delivery) => (
                <Text span size="sm" c="dimmed">
                  <DateTime at={delivery.at} />
                </Text>
              ),
            },
          ]}
        />
      </Section>
      <DeliverySheet id={shown} onClose={() => setShown(undefined)} />
    </>
  )
}
