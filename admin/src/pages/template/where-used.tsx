import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import classes from './template.module.css'

const looked = 200

/** The campaigns that send this template. */
export function WhereUsed({ templateId, usedBy }: { templateId: string; usedBy: number }) {
  const { t } = useTranslation('template')
  const api = useApi()
  const { slug } = useBusiness()
  const campaigns = useQuery({
    ...api.query(['campaigns', 'list', 'of-template'], (client, signal) =>
      client.GET('/api/v1/campaigns', { params: { query: { limit: looked } }, signal }),
    ),
    enabled: usedBy > 0,
  })
  const using = campaigns.data?.items.filter((campaign) => campaign.templateId === templateId) ?? []
  return (
    <Section title={t('used.title')}>
      {usedBy === 0 ? (
        <Text size="sm" c="dimmed">
          {t('used.none')}
        </Text>
      ) : campaigns.error ? (
        <ErrorState error={campaigns.error} onRetry={() => void campaigns.refetch()} />
      ) : campaigns.isPending ? (
        <Skeleton height="2.5rem" />
      ) : (
        <ul className={classes.used}>
          {using.map((campaign) => (
            <li key={campaign.id}>
              <AnchorLink to="/b/$slug/campaigns/$id" params={{ slug, id: campaign.id }} size="sm">
                {campaign.name}
              </AnchorLink>
              <StateBadge kind="campaign" state={campaign.state} />
            </li>
          ))}
          {using.length < usedBy && (
            <Text component="li" size="sm" c="dimmed">
              {t('used.more', { count: usedBy - using.length })}
            </Text>
          )}
        </ul>
      )}
    </Section>
  )
}
