import { Button, SimpleGrid, Tabs } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge, ToneBadge } from '../../design/state-badge.tsx'
import { TabList } from '../../design/tab-list.tsx'
import { Relative } from '../../design/values.tsx'
import { ChannelAccess } from './channel-access.tsx'
import { ChannelCheckPart } from './channel-check.tsx'
import { ChannelConversation } from './channel-conversation.tsx'
import { ChannelProfile } from './channel-profile.tsx'
import { ChannelStorage } from './channel-storage.tsx'
import classes from './settings.module.css'

const TABS = ['ids', 'check', 'profile', 'access', 'storage', 'conversation'] as const
type Tab = (typeof TABS)[number]

interface ChannelCardProps {
  channel: Channel
  /** Whether the business has other numbers too, so that one of them has to be the default. */
  several: boolean
}

/** A connected number: what it is, whether all is well, what people see of it, its keys, and what its chat offers. */
export function ChannelCard({ channel, several }: ChannelCardProps) {
  const { t } = useTranslation('settings')
  const { role, slug } = useBusiness()
  const owner = role === 'owner'
  const [tab, setTab] = useState<Tab>('ids')
  const tabs = TABS.filter((one) => owner || one === 'ids' || (one === 'profile' && role !== 'agent'))
  const path = { params: { path: { id: channel.id } } }
  const refresh = useChange((client) => client.POST('/api/v1/channels/{id}/refresh', path), {
    touches: [['channels'], ['standing']],
    done: t('channel.refreshed'),
  })
  const prefer = useChange((client) => client.POST('/api/v1/channels/{id}/default', path), {
    touches: [['channels'], ['standing'], ['insights']],
    done: t('channelParts.preferred'),
  })
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
          {several && channel.isDefault && <ToneBadge tone="info">{t('channelParts.default')}</ToneBadge>}
          <StateBadge kind="channel" state={channel.state} />
          {!channel.liveAt && (
            <AnchorLink to="/b/$slug/records" params={{ slug }} size="sm">
              {t('channel.notLive')}
            </AnchorLink>
          )}
          {several && owner && !channel.isDefault && (
            <Button variant="subtle" size="xs" loading={prefer.isPending} onClick={() => prefer.mutate()}>
              {t('channelParts.prefer')}
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
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'ids')}
        keepMounted={false}
      >
        <TabList label={channel.name} active={tab}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`channelParts.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </TabList>
        <Tabs.Panel value="ids" className={classes.tabPanel}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <CopyField label={t('channel.phoneNumberId')} value={channel.phoneNumberId} />
            <CopyField label={t('channel.wabaId')} value={channel.wabaId} />
            <CopyField label={t('channel.webhookUrl')} value={channel.webhookUrl} />
          </SimpleGrid>
        </Tabs.Panel>
        <Tabs.Panel value="check" className={classes.tabPanel}>
          <ChannelCheckPart channel={channel} />
        </Tabs.Panel>
        <Tabs.Panel value="profile" className={classes.tabPanel}>
          <ChannelProfile channel={channel} />
        </Tabs.Panel>
        <Tabs.Panel value="access" className={classes.tabPanel}>
          <ChannelAccess channel={channel} />
        </Tabs.Panel>
        <Tabs.Panel value="storage" className={classes.tabPanel}>
          <ChannelStorage channel={channel} />
        </Tabs.Panel>
        <Tabs.Panel value="conversation" className={classes.tabPanel}>
          <ChannelConversation channel={channel} />
        </Tabs.Panel>
      </Tabs>
    </Section>
  )
}
