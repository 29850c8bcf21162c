import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconQrcode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { CreateSheet } from './create-sheet.tsx'
import { SourceDetail } from './source-detail.tsx'
import { SourceList } from './source-list.tsx'
import classes from './sources.module.css'

/** The ways in: every one as a card; `?source=` opens one with everything needed to put it up. */
export default function SourcesPage() {
  const { t } = useTranslation('sources')
  const api = useApi()
  const { role } = useBusiness()
  const [chosen] = useFilter('source')
  const [creating, setCreating] = useState(false)
  const sources = useQuery(
    api.query(['sources', 'list'], (client, signal) => client.GET('/api/v1/sources', { signal })),
  )
  const open = sources.data?.find((source) => source.id === chosen)
  if (open) return <SourceDetail key={open.id} source={open} />

  const mayCreate = role === 'owner' || role === 'marketer'
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={create} />
      {sources.error && !sources.data ? (
        <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />
      ) : !sources.data ? (
        <div className={classes.grid} aria-busy>
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} height="10rem" radius="lg" />
          ))}
        </div>
      ) : sources.data.length === 0 ? (
        <Section title={t('emptyHeading')}>
          <EmptyState icon={IconQrcode} title={t('emptyTitle')} text={t('emptyText')} action={create} />
        </Section>
      ) : (
        <SourceList sources={sources.data} />
      )}
      <CreateSheet opened={creating} onClose={() => setCreating(false)} />
    </>
  )
}
