import { Button, Group, Select, Text, TextInput, Title, VisuallyHidden } from '@mantine/core'
import { IconFilterOff, IconPlus, IconRefresh, IconSearch, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { AnchorLink, ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { groupTemplates, type TemplateGroup } from './group.ts'
import classes from './templates.module.css'

const states = ['draft', 'pending', 'approved', 'rejected', 'paused', 'disabled'] as const
const categories = ['marketing', 'utility'] as const

/** Everything Meta has approved, refused or has yet to see; a row per name with its languages. */
export default function TemplatesPage() {
  const { t } = useTranslation(['templates', 'design'])
  const api = useApi()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const [search, setSearch] = useFilter('q')
  const [state, setState] = useFilter('state')
  const [category, setCategory] = useFilter('category')
  const templates = useQuery(
    api.query(['templates', 'list'], (client, signal) => client.GET('/api/v1/templates', { signal })),
  )
  const columns = useColumns()
  const filtered = Boolean(search || state || category)
  const groups = useMemo(() => {
    const wanted = search?.toLowerCase() ?? ''
    return templates.data
      ? groupTemplates(templates.data).filter(
          (group) =>
            (!category || group.category === category) &&
            (!state || group.languages.some((each) => each.state === state)) &&
            (group.name.includes(wanted) ||
              group.languages.some((each) => each.content.body.toLowerCase().includes(wanted))),
        )
      : undefined
  }, [templates.data, search, state, category])
  const create = (
    <ButtonLink
      to="/b/$slug/templates/$id"
      params={{ slug, id: 'new' }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </ButtonLink>
  )
  const clear = () => void navigate({ to: '.', search: {}, replace: true })

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <SyncButton />
            {create}
          </>
        }
      />
      <Section flush>
        <VisuallyHidden>
          <Title order={2}>{t('list')}</Title>
        </VisuallyHidden>
        <div className={classes.filters}>
          <TextInput
            className={classes.search}
            leftSection={<IconSearch size={16} aria-hidden />}
            aria-label={t('search')}
            placeholder={t('search')}
            value={search ?? ''}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Select
            aria-label={t('stateFilter')}
            placeholder={t('allStates')}
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            value={state ?? null}
            onChange={setState}
            data={states.map((value) => ({ value, label: t(`design:state.template.${value}`) }))}
          />
          <Select
            aria-label={t('category')}
            placeholder={t('allCategories')}
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            value={category ?? null}
            onChange={setCategory}
            data={categories.map((value) => ({ value, label: t(`categories.${value}`) }))}
          />
        </div>
        <KeysetTable
          label={t('title')}
          columns={columns}
          query={wholeList({ ...templates, data: groups })}
          onOpen={(group) =>
            void navigate({
              to: '/b/$slug/templates/$id',
              params: { slug, id: group.languages[0]?.id ?? '' },
            })
          }
          empty={
            filtered ? (
              <EmptyState
                compact
                icon={IconFilterOff}
                title={t('noneTitle')}
                text={t('noneText')}
                action={
                  <Button variant="default" size="xs" onClick={clear}>
                    {t('clear')}
                  </Button>
                }
              />
            ) : (
              <EmptyState icon={IconTemplate} title={t('emptyTitle')} text={t('emptyText')} action={create} />
            )
          }
        />
      </Section>
    </>
  )
}

/** Reads all templates of the numbers from Meta again, for whoever does not want to wait for a webhook. */
function SyncButton() {
  const { t } = useTranslation('templates')
  const api = useApi()
  const channels = useQuery(
    api.query(['channels', 'list'], (client, signal) => client.GET('/api/v1/channels', { signal })),
  )
  const sync = useChange(
    async (client, channelIds: string[]) => {
      for (const channelId of channelIds) await client.POST('/api/v1/templates/sync', { body: { channelId } })
      return {}
    },
    { touches: [['templates']], done: t('synced') },
  )
  const ids = (channels.data ?? []).map((channel) => channel.id)
  if (ids.length === 0) return null
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={sync.isPending}
      onClick={() => sync.mutate(ids)}
    >
      {t('sync')}
    </Button>
  )
}

function useColumns(): Column<TemplateGroup>[] {
  const { t } = useTranslation('templates')
  const { slug } = useBusiness()
  const format = useFormat()
  return [
    {
      key: 'name',
      header: t('columns.name'),
      cell: (group) => (
        <div className={classes.name}>
          <span>{group.name}</span>
          <Text size="xs" c="dimmed" truncate>
            {group.languages[0]?.content.body.replace(/\s+/g, ' ')}
          </Text>
        </div>
      ),
    },
    {
      key: 'languages',
      header: t('columns.languages'),
      cell: (group) => (
        <Group gap={6}>
          {group.languages.map((each) => (
            <AnchorLink
              key={each.id}
              to="/b/$slug/templates/$id"
              params={{ slug, id: each.id }}
              underline="never"
              className={classes.language}
              onClick={(event) => event.stopPropagation()}
            >
              <StateBadge kind="template" state={each.state} prefix={each.language} />
            </AnchorLink>
          ))}
        </Group>
      ),
    },
    {
      key: 'category',
      header: t('columns.category'),
      from: 'md',
      cell: (group) => t(`categories.${group.category}`),
    },
    {
      key: 'quality',
      header: t('columns.quality'),
      from: 'md',
      cell: (group) => <StateBadge kind="quality" state={group.quality} />,
    },
    {
      key: 'usedBy',
      header: t('columns.usedBy'),
      from: 'md',
      align: 'right',
      cell: (group) => <span className="tabular">{format.number(group.usedBy)}</span>,
    },
    {
      key: 'updated',
      header: t('columns.updated'),
      from: 'lg',
      align: 'right',
      cell: (group) => <Relative at={group.updatedAt} />,
    },
  ]
}
