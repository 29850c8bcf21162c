import { Button, Skeleton } from '@mantine/core'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { ChannelCard } from './channel-card.tsx'
import { ConnectWalk } from './connect-walk.tsx'

export default function ChannelSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { role } = useBusiness()
  const [walking, setWalking] = useFilter('connect')
  const channels = useQuery(
    api.query(['channels'], (client, signal) => client.GET('/api/v1/channels', { signal })),
  )
  if (walking) return <ConnectWalk onClose={() => setWalking(undefined)} />
  if (channels.error) return <ErrorState error={channels.error} onRetry={() => void channels.refetch()} />
  if (!channels.data) return <Skeleton height="16rem" radius="lg" />
  const start = role === 'owner' && (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setWalking('1')}>
      {t('channel.connect')}
    </Button>
  )
  return (
    <>
      {channels.data.map((channel) => (
        <ChannelCard key={channel.id} channel={channel} several={channels.data.length > 1} />
      ))}
      <Section>
        <EmptyState
          compact
          icon={IconPlugConnected}
          title={channels.data.length === 0 ? t('channel.emptyTitle') : t('channel.anotherTitle')}
          text={t('channel.emptyText')}
          action={start}
        />
      </Section>
    </>
  )
}
