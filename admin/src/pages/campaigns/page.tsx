import { Tabs, Title, VisuallyHidden } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignState } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useCurrency } from '../../api/use-currency.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { DateTime, Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaigns.module.css'
import { ProgressCell } from './progress-cell.tsx'

/** Being prepared takes seconds; that has no tab of its own. */
const states = [
  'running',
  'scheduled',
  'paused',
  'draft',
  'finished',
  'cancelled',
] as const satisfies CampaignState[]

/** Every campaign, by state, with how far it has come. */
export default function CampaignsPage() {
  const { t } = useTranslation('campaigns')
  const api = useApi()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const [chosen, choose] = useFilter('state')
  const state = states.find((each) => each === chosen)
  const campaigns = useInfiniteQuery(
    api.pages<Campaign>(['campaigns', 'list', { state }], (client, after, signal) =>
      client.GET('/api/v1/campaigns', { params: { query: { state, after } }, signal }),
    ),
  )
  const columns = useColumns()
  const open = (campaign: Campaign) =>
    void (campaign.state === 'draft'
      ? navigate({ to: '/b/$slug/campaigns/new', params: { slug }, search: { id: campaign.id } })
      : navigate({ to: '/b/$slug/campaigns/$id', params: { slug, id: campaign.id } }))
  const create = (
    <ButtonLink
      to="/b/$slug/campaigns/new"
      params={{ slug }}
      leftSection={<IconSend size={16} aria-hidden />}
    >
      {t('create')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={create} />
      <Section flush>
        <VisuallyHidden>
          <Title order={2}>{t('list')}</Title>
        </VisuallyHidden>
        <Tabs
          value={state ?? 'all'}
          onChange={(value) => choose(value === 'all' ? undefined : value)}
          keepMounted={false}
          classNames={{ list: classes.tabs, tab: classes.tab }}
        >
          <Tabs.List aria-label={t('states')}>
            {(['all', ...states] as const).map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={state ?? 'all'}>
            <KeysetTable
              label={t('title')}
              columns={columns}
              query={campaigns}
              onOpen={open}
              empty={
                state ? (
                  <EmptyState
                    compact
                    icon={IconSend}
                    title={t('noneTitle')}
                    text={t(`none.${state}`)}
                    action={state === 'draft' && create}
                  />
                ) : (
                  <EmptyState icon={IconSend} title={t('emptyTitle')} text={t('emptyText')} action={create} />
                )
              }
            />
          </Tabs.Panel>
        </Tabs>
      </Section>
    </>
  )
}

function useColumns(): Column<Campaign>[] {
  const { t, i18n } = useTranslation('campaigns')
  const api = useApi()
  const format = useFormat()
  const currency = useCurrency()
  const topics = useQuery(
    api.query(['topics', 'list'], (client, signal) => client.GET('/api/v1/topics', { signal })),
  )
  const topicName = (campaign: Campaign) => {
    const topic = topics.data?.find((each) => each.id === campaign.topicId)
    return topic ? topic.name[i18n.language === 'en' ? 'en' : 'de'] : t('noTopic')
  }
  return [
    {
      key: 'name',
      header: t('columns.name'),
      cell: (campaign) => (
        <div className={classes.name}>
          <span>{campaign.name}</span>
          <small>{topicName(campaign)}</small>
        </div>
      ),
    },
    {
      key: 'state',
      header: t('columns.state'),
      cell: (campaign) => <StateBadge kind="campaign" state={campaign.state} />,
    },
    {
      key: 'progress',
      header: t('columns.progress'),
      from: 'sm',
      width: '30%',
      cell: (campaign) => <ProgressCell campaign={campaign} />,
    },
    {
      key: 'when',
      header: t('columns.when'),
      from: 'md',
      align: 'right',
      cell: (campaign) => {
        if (campaign.state === 'scheduled' && campaign.scheduledAt)
          return <DateTime at={campaign.scheduledAt} />
        return <Relative at={campaign.finishedAt ?? campaign.launchedAt ?? campaign.createdAt} />
      },
    },
    {
      key: 'budget',
      header: t('columns.budget'),
      from: 'lg',
      align: 'right',
      cell: (campaign) =>
        campaign.budget === null ? (
          t('noBudget')
        ) : (
          <span className="tabular">{format.money(campaign.budget, currency)}</span>
        ),
    },
  ]
}
