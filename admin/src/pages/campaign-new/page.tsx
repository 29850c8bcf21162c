import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Wizard } from './wizard.tsx'

/** A campaign before it starts, one decision at a time. The draft is saved with every step; `?id=` takes it up again. */
export default function NewCampaignPage() {
  const { t } = useTranslation('campaign-new')
  const api = useApi()
  const { slug } = useBusiness()
  const [id = ''] = useFilter('id')
  const draft = useQuery({
    ...api.query(['campaigns', id], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}', { params: { path: { id } }, signal }),
    ),
    enabled: id !== '',
  })
  if (id && !draft.data) {
    return (
      <>
        <PageHeader title={t('title')} back={{ to: `/b/${slug}/campaigns`, label: t('back') }} />
        {draft.error ? (
          <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />
        ) : (
          <Skeleton height="24rem" radius="lg" />
        )}
      </>
    )
  }
  if (draft.data && draft.data.state !== 'draft') {
    return <Navigate to="/b/$slug/campaigns/$id" params={{ slug, id }} replace />
  }
  return <Wizard key={id || 'new'} campaign={draft.data} />
}
