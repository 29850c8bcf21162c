import { Text } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Segment } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { AnchorLink, ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { Relative } from '../../design/values.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useSegmentText } from '../segment/use-segment-text.ts'
import classes from './segments.module.css'

/** The segments with what they mean in a sentence. */
export default function SegmentsPage() {
  const { t } = useTranslation('segments')
  const api = useApi()
  const navigate = useNavigate()
  const { slug } = useBusiness()
  const text = useSegmentText()
  const segments = useQuery(
    api.query(['segments', 'list'], (client, signal) => client.GET('/api/v1/segments', { signal })),
  )
  const create = (
    <ButtonLink to="/b/$slug/segments/$id" params={{ slug, id: 'new' }} leftSection={<IconPlus size={16} />}>
      {t('new')}
    </ButtonLink>
  )
  const columns: Column<Segment>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: (segment) => (
        <>
          <span className={classes.name}>{segment.name}</span>
          <span className={classes.sentenceBelow}>{text.whole(segment.rules)}</span>
        </>
      ),
    },
    {
      key: 'rules',
      header: t('rules'),
      from: 'sm',
      cell: (segment) => (
        <Text size="sm" c="dimmed" className={classes.sentence}>
          {text.whole(segment.rules)}
        </Text>
      ),
    },
    {
      key: 'changed',
      header: t('changed'),
      from: 'lg',
      width: '9rem',
      cell: (segment) => (
        <Text size="sm" c="dimmed" component="span">
          {segment.updatedAt && <Relative at={segment.updatedAt} />}
        </Text>
      ),
    },
    {
      key: 'contacts',
      header: '',
      from: 'md',
      align: 'right',
      width: '9.5rem',
      cell: (segment) => (
        <AnchorLink
          to="/b/$slug/contacts"
          params={{ slug }}
          search={{ segmentId: segment.id }}
          size="sm"
          aria-label={t('contactsOf', { name: segment.name })}
          onClick={(event) => event.stopPropagation()}
        >
          {t('contacts')}
        </AnchorLink>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={create} />
      <Section flush>
        <KeysetTable<Segment>
          label={t('title')}
          columns={columns}
          query={wholeList(segments)}
          onOpen={(segment) =>
            void navigate({ to: '/b/$slug/segments/$id', params: { slug, id: segment.id } })
          }
          empty={
            <EmptyState icon={IconFilter} title={t('emptyTitle')} text={t('emptyText')} action={create} />
          }
        />
      </Section>
    </>
  )
}
