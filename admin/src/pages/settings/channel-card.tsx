import { Button, SimpleGrid } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import { ChannelSheet } from './channel-sheet.tsx'

/** A connected number: its ids as Meta names them, and a fresh look at its state. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const { t } = useTranslation('settings')
  const { role, slug } = useBusiness()
  const [changing, change] = useDisclosure(false)
  const refresh = useChange(
    (client) => client.POST('/api/v1/channels/{id}/refresh', { params: { path: { id: channel.id } } }),
    { touches: [['channels'], ['standing']], done: t('channel.refreshed') },
  )
  return (
    <Section
      title={channel.name}
      lead={
        <>
          {channel.displayPhoneNumber} · {channel.verifiedName} · {t('channel.seen')}{' '}
          <Relative at={channel.updatedAt} />
        </>
      }
      aside={
        <>
          <StateBadge kind="channel" state={channel.state} />
          {!channel.liveAt && (
            <AnchorLink to="/b/$slug/records" params={{ slug }} size="sm">
              {t('channel.notLive')}
            </AnchorLink>
          )}
          {role === 'owner' && (
            <Button variant="default" size="xs" onClick={change.open}>
              {t('channel.change')}
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRefresh size={15} />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate()}
          >
            {t('channel.refresh')}
          </Button>
        </>
      }
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CopyField label={t('channel.phoneNumberId')} value={channel.phoneNumberId} />
        <CopyField label={t('channel.wabaId')} value={channel.wabaId} />
        <CopyField label={t('channel.webhookUrl')} value={channel.webhookUrl} />
      </SimpleGrid>
      <ChannelSheet channel={channel} opened={changing} onClose={change.close} />
    </Section>
  )
}
