import { Skeleton } from '@mantine/core'
import { IconPlugConnected, IconTemplateOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { Editor } from './editor.tsx'
import classes from './template.module.css'

/** One template, new or known: the form, the phone beside it, and what the server finds in it. */
export default function TemplatePage() {
  const { t } = useTranslation('template')
  const api = useApi()
  const { slug } = useBusiness()
  const { id } = useParams({ from: '/b/$slug/templates/$id' })
  const templates = useQuery(
    api.query(['templates', 'list'], (client, signal) => client.GET('/api/v1/templates', { signal })),
  )
  const channels = useQuery(
    api.query(['channels', 'list'], (client, signal) => client.GET('/api/v1/channels', { signal })),
  )
  const business = useQuery(
    api.query(['business'], (client, signal) => client.GET('/api/v1/business', { signal })),
  )
  const isNew = id === 'new'
  const template = isNew ? undefined : templates.data?.find((each) => each.id === id)
  const back = { to: `/b/${slug}/templates`, label: t('back') }
  const failed = [templates, channels, business].find((query) => query.error && !query.data)
  const firstChannel = channels.data?.[0]

  if (failed?.error) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    )
  }
  if (!channels.data || !business.data || (!isNew && !template && templates.isFetching)) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <div className={classes.editor} aria-busy>
          <Skeleton height="32rem" radius="lg" />
          <Skeleton height="30rem" radius="lg" />
        </div>
      </>
    )
  }
  if (!isNew && !template) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <Section>
          <EmptyState icon={IconTemplateOff} title={t('gone.title')} text={t('gone.text')} />
        </Section>
      </>
    )
  }
  if (!template && !firstChannel) {
    return (
      <>
        <PageHeader title={t('newTitle')} back={back} />
        <Section>
          <EmptyState
            icon={IconPlugConnected}
            title={t('noChannel.title')}
            text={t('noChannel.text')}
            action={
              <ButtonLink to="/b/$slug/settings/channel" params={{ slug }}>
                {t('noChannel.go')}
              </ButtonLink>
            }
          />
        </Section>
      </>
    )
  }
  return (
    <Editor
      key={id}
      template={template}
      all={templates.data ?? []}
      channels={channels.data}
      language={business.data.language}
    />
  )
}
