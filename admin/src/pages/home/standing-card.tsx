import { Progress, Skeleton, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { AnchorLink, ButtonLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './home.module.css'

type Channel = HomeInsights['channels'][number]

/** The health of each number: quality, and how much of the day's limit is used. */
export function StandingCard({ channels }: { channels: Channel[] | undefined }) {
  const { t } = useTranslation(['home', 'design'])
  const { slug } = useBusiness()
  return (
    <Section
      title={t('standing.title')}
      aside={
        <AnchorLink to="/b/$slug/standing" params={{ slug }} size="sm">
          {t('standing.more')}
        </AnchorLink>
      }
    >
      {channels === undefined ? (
        <Skeleton height="4rem" />
      ) : channels.length === 0 ? (
        <EmptyState
          compact
          icon={IconPlugConnected}
          title={t('standing.emptyTitle')}
          text={t('standing.emptyText')}
          action={
            <ButtonLink to="/b/$slug/settings/channel" params={{ slug }} variant="default" size="xs">
              {t('standing.connect')}
            </ButtonLink>
          }
        />
      ) : (
        channels.map((channel) => <ChannelLine key={channel.id} channel={channel} />)
      )}
    </Section>
  )
}

function ChannelLine({ channel }: { channel: Channel }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { messagingLimit: limit, usedToday: used } = channel
  const share = limit ? (used / limit) * 100 : 0
  return (
    <div className={classes.channel}>
      <div className={classes.channelHead}>
        <div>
          <div className={classes.channelName}>{channel.name}</div>
          <Text size="sm" c="dimmed" className="tabular">
            {channel.displayPhoneNumber}
          </Text>
        </div>
        {channel.state === 'connected' ? (
          <StateBadge kind="quality" state={channel.quality} prefix={t('standing.quality')} />
        ) : (
          <StateBadge kind="channel" state={channel.state} />
        )}
      </div>
      <div className={classes.limit}>
        <Text span size="sm" c="dimmed">
          {t('standing.used')}
        </Text>
        <span className="tabular">
          {limit === null
            ? t('standing.unlimited', { used: format.number(used) })
            : t('standing.of', { used: format.number(used), limit: format.number(limit) })}
        </span>
      </div>
      {limit !== null && (
        <Progress
          value={share}
          color={share > 85 ? 'yellow' : 'jade'}
          size="sm"
          aria-label={t('standing.used')}
        />
      )}
    </div>
  )
}
