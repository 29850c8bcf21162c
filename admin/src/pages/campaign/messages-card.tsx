import { Button, Group, Select, Text } from '@mantine/core'
import { IconDownload, IconFilterOff, IconMessageOff } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CampaignMessage, MessageState } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { DateTime, Money } from '../../design/values.tsx'
import classes from './campaign.module.css'
import { useErrorDetail, useReasonDetail } from './use-reason-detail.ts'

const states: MessageState[] = [
  'read',
  'delivered',
  'sent',
  'accepted',
  'queued',
  'sending',
  'held',
  'unknown',
  'failed',
  'withheld',
]

/** Every message of the campaign, person by person. */
export function MessagesCard({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation(['campaign', 'design'])
  const api = useApi()
  const { id: businessId, slug } = useBusiness()
  const navigate = useNavigate()
  const [chosen, setState] = useFilter('state')
  const [reason, setReason] = useFilter('reason')
  const state = states.find((each) => each === chosen)
  const report = useQuery(
    api.query(['campaigns', campaignId, 'report'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/report', { params: { path: { id: campaignId } }, signal }),
    ),
  )
  const messages = useInfiniteQuery(
    api.pages<CampaignMessage>(
      ['campaigns', campaignId, 'messages', { state, reason }],
      (client, after, signal) =>
        client.GET('/api/v1/campaigns/{id}/messages', {
          params: { path: { id: campaignId }, query: { state, reason, after } },
          signal,
        }),
    ),
  )
  const filtered = Boolean(state || reason)
  const download = `/api/v1/campaigns/${campaignId}/messages.csv?business=${encodeURIComponent(businessId)}`
  return (
    <Section
      flush
      title={t('messages.title')}
      lead={t('messages.lead')}
      aside={
        <Button
          component="a"
          href={download}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('messages.csv')}
        </Button>
      }
    >
      <div className={classes.filters}>
        <Select
          aria-label={t('messages.state')}
          placeholder={t('messages.allStates')}
          clearable
          clearButtonProps={{ 'aria-label': t('messages.clear') }}
          value={state ?? null}
          onChange={setState}
          data={states.map((value) => ({ value, label: t(`design:state.message.${value}`) }))}
        />
        <Select
          aria-label={t('messages.reason')}
          placeholder={t('messages.allReasons')}
          clearable
          clearButtonProps={{ 'aria-label': t('messages.clear') }}
          disabled={!report.data?.withheld.length}
          value={reason ?? null}
          onChange={setReason}
          data={(report.data?.withheld ?? []).map((each) => ({ value: each.reason, label: each.title }))}
        />
      </div>
      <KeysetTable
        label={t('messages.title')}
        columns={useColumns()}
        query={messages}
        onOpen={(message) =>
          void navigate({ to: '/b/$slug/contacts/$id', params: { slug, id: message.contactId } })
        }
        empty={
          <EmptyState
            compact
            icon={filtered ? IconFilterOff : IconMessageOff}
            title={t('messages.noneTitle')}
            text={filtered ? t('messages.noneFiltered') : t('messages.noneText')}
          />
        }
      />
    </Section>
  )
}

function useColumns(): Column<CampaignMessage>[] {
  const { t } = useTranslation('campaign')
  return [
    {
      key: 'contact',
      header: t('messages.contact'),
      cell: (message) => (
        <div className={classes.person}>
          <span>{message.name ?? t('unnamed')}</span>
          <Text size="xs" c="dimmed" className="tabular">
            {message.phone}
          </Text>
        </div>
      ),
    },
    {
      key: 'state',
      header: t('messages.state'),
      cell: (message) => <Outcome message={message} />,
    },
    {
      key: 'accepted',
      header: t('messages.accepted'),
      from: 'md',
      cell: (message) => message.acceptedAt && <DateTime at={message.acceptedAt} />,
    },
    {
      key: 'read',
      header: t('messages.read'),
      from: 'lg',
      cell: (message) => message.readAt && <DateTime at={message.readAt} />,
    },
    {
      key: 'cost',
      header: t('messages.cost'),
      from: 'md',
      align: 'right',
      cell: (message) => message.cost !== null && <Money value={message.cost} digits={4} />,
    },
  ]
}

/** The state and, where it went no further, why and what that means. */
function Outcome({ message }: { message: CampaignMessage }) {
  const reasonDetail = useReasonDetail()
  const errorDetail = useErrorDetail()
  const detail = message.errorCode
    ? errorDetail(message.errorCode)
    : message.reason
      ? reasonDetail(message.reason)
      : undefined
  const title = message.reasonTitle ?? message.errorCode
  return (
    <div className={classes.outcome}>
      <Group gap={8}>
        <StateBadge kind="message" state={message.state} />
        {title && <Text size="sm">{title}</Text>}
      </Group>
      {detail && (
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      )}
    </div>
  )
}
