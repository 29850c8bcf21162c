import { Skeleton } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignProgress } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PartsBar } from '../../design/bars.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { AnchorLink, ButtonLink } from '../../design/links.tsx'
import { partsOf } from '../../design/message-parts.ts'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './home.module.css'

/** What is being sent right now; moves by itself while it is on screen. */
export function CampaignsCard({ campaigns }: { campaigns: Campaign[] | undefined }) {
  const { t } = useTranslation('home')
  const { slug } = useBusiness()
  return (
    <Section
      flush
      title={t('campaigns.title')}
      aside={
        <AnchorLink to="/b/$slug/campaigns" params={{ slug }} size="sm">
          {t('campaigns.all')}
        </AnchorLink>
      }
    >
      {campaigns === undefined ? (
        <div className={classes.campaign}>
          <Skeleton height="4rem" />
        </div>
      ) : campaigns.length === 0 ? (
        <EmptyState
          compact
          icon={IconSend}
          title={t('campaigns.emptyTitle')}
          text={t('campaigns.emptyText')}
          action={
            <ButtonLink to="/b/$slug/campaigns/new" params={{ slug }} variant="default" size="xs">
              {t('newCampaign')}
            </ButtonLink>
          }
        />
      ) : (
        <ul className={classes.campaigns}>
          {campaigns.map((campaign) => (
            <li key={campaign.id} className={classes.campaign}>
              <CampaignLine campaign={campaign} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function CampaignLine({ campaign }: { campaign: Campaign }) {
  const { slug } = useBusiness()
  const api = useApi()
  const progress = useQuery(
    api.query(['campaigns', campaign.id, 'progress'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/progress', { params: { path: { id: campaign.id } }, signal }),
    ),
  )
  return (
    <>
      <div className={classes.campaignHead}>
        <AnchorLink
          to="/b/$slug/campaigns/$id"
          params={{ slug, id: campaign.id }}
          className={classes.campaignName}
        >
          {campaign.name}
        </AnchorLink>
        <StateBadge kind="campaign" state={progress.data?.state ?? campaign.state} />
      </div>
      {progress.data ? <Numbers progress={progress.data} /> : <Skeleton height="2.25rem" />}
    </>
  )
}

function Numbers({ progress }: { progress: CampaignProgress }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { total, done, parts } = partsOf(progress.messages)
  const { etaSeconds: eta, perSecond } = progress
  const { read = 0, withheld = 0 } = progress.messages
  const text = t('campaigns.progress', { done: format.number(done), total: format.number(total) })
  return (
    <>
      <PartsBar label={text} total={total} parts={parts} />
      <div className={classes.campaignNumbers}>
        <span>
          <b>{text}</b>
        </span>
        <span>{t('campaigns.read', { share: format.percent(read / Math.max(done, 1)) })}</span>
        {withheld > 0 && <span>{t('campaigns.withheld', { number: format.number(withheld) })}</span>}
        {progress.state === 'running' && eta !== null && (
          <span className={classes.pace}>
            {t('campaigns.pace', { rate: format.number(Math.round(perSecond)), minutes: minutes(eta) })}
          </span>
        )}
      </div>
    </>
  )
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`
