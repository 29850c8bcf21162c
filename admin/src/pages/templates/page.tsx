import { Button, Title, VisuallyHidden } from '@mantine/core'
import { IconBooks, IconFilterOff, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useColumns } from './columns.tsx'
import { Filters, useListFilter } from './filters.tsx'
import { filterGroups, groupTemplates, sortGroups } from './group.ts'
import { LibrarySheet } from './library-sheet.tsx'
import { SyncButton } from './sync-button.tsx'
import classes from './templates.module.css'

/** Everything Meta has approved, refused or has yet to see; a row per name with its languages. */
export default function TemplatesPage() {
  const { t } = useTranslation('templates')
  const api = useApi()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const { filter, sorting, set } = useListFilter()
  const [library, setLibrary] = useFilter('library')
  const templates = useQuery(
    api.query(['templates', 'list'], (client, signal) => client.GET('/api/v1/templates', { signal })),
  )
  const channels = useQuery(
    api.query(['channels', 'list'], (client, signal) => client.GET('/api/v1/channels', { signal })),
  )
  const columns = useColumns()
  const all = useMemo(() => templates.data && groupTemplates(templates.data), [templates.data])
  const groups = all && sortGroups(filterGroups(all, filter), sorting)
  const languages = [...new Set(templates.data?.map((each) => each.language))].toSorted()
  const filtered = Object.values(filter).some(Boolean)
  const openLibrary = (variant: 'default' | 'filled') => (
    <Button
      variant={variant}
      leftSection={<IconBooks size={16} aria-hidden />}
      onClick={() => setLibrary('all')}
    >
      {t('library.open')}
    </Button>
  )
  const create = (variant: 'default' | 'filled') => (
    <ButtonLink
      to="/b/$slug/templates/$id"
      params={{ slug, id: 'new' }}
      variant={variant}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </ButtonLink>
  )

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <SyncButton channels={channels.data ?? []} />
            {openLibrary('default')}
            {create('filled')}
          </>
        }
      />
      <Section flush>
        <VisuallyHidden>
          <Title order={2}>{t('list')}</Title>
        </VisuallyHidden>
        {(all?.length !== 0 || filtered) && (
          <Filters filter={filter} sorting={sorting} set={set} languages={languages} />
        )}
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
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => void navigate({ to: '.', search: {}, replace: true })}
                  >
                    {t('clear')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={IconTemplate}
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={
                  <div className={classes.starts}>
                    {openLibrary('filled')}
                    {create('default')}
                  </div>
                }
              />
            )
          }
        />
      </Section>
      <LibrarySheet opened={library} onClose={() => setLibrary(null)} channels={channels.data ?? []} />
    </>
  )
}
