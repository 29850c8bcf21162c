import { Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { isState, StateBadge } from '../../design/state-badge.tsx'
import { DateTime, Relative } from '../../design/values.tsx'
import classes from './life.module.css'
import { type UsingCampaign, useUses } from './use-uses.ts'

/** What sends this template, and how long Meta keeps it when nobody does. */
export function WhereUsed({ templateId }: { templateId: string }) {
  const { t } = useTranslation('template')
  const uses = useUses(templateId)
  const { campaigns = [], waiting = 0, lastUsedAt, archivesAt } = uses.data ?? {}
  return (
    <Section title={t('used.title')}>
      {uses.error ? (
        <ErrorState error={uses.error} onRetry={() => void uses.refetch()} />
      ) : uses.isPending ? (
        <Skeleton height="2.5rem" />
      ) : (
        <div className={classes.stack}>
          {campaigns.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('used.none')}
            </Text>
          ) : (
            <CampaignList campaigns={campaigns} />
          )}
          {waiting > 0 && <Text size="sm">{t('used.waiting', { count: waiting })}</Text>}
          {lastUsedAt && (
            <Text size="sm" c="dimmed">
              {t('used.last')} <Relative at={lastUsedAt} />
            </Text>
          )}
          {archivesAt && (
            <Text size="sm" c="dimmed">
              {t('used.archives')} <DateTime at={archivesAt} only="date" />
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t('used.others')}
          </Text>
        </div>
      )}
    </Section>
  )
}

/** Campaigns with their states, each a way there. */
export function CampaignList({
  campaigns,
}: {
  campaigns: readonly Pick<UsingCampaign, 'id' | 'name' | 'state'>[]
}) {
  const { slug } = useBusiness()
  return (
    <ul className={classes.used}>
      {campaigns.map((campaign) => (
        <li key={campaign.id}>
          <AnchorLink to="/b/$slug/campaigns/$id" params={{ slug, id: campaign.id }} size="sm">
            {campaign.name}
          </AnchorLink>
          {isState('campaign', campaign.state) && <StateBadge kind="campaign" state={campaign.state} />}
        </li>
      ))}
    </ul>
  )
}
