import { Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { IconMessages, IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useParts, useTopicWords } from './use-parts.ts'
import type { StepProps } from './wizard.tsx'

/** A name for ourselves, the one topic people said yes to, and the number it comes from. */
export function WhatStep({ draft, change, fields }: StepProps) {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  const { slug } = useBusiness()
  const { topics, channels } = useParts()
  const words = useTopicWords()
  const open = topics.data?.filter((topic) => !topic.archivedAt) ?? []
  const failed = [topics, channels].find((query) => query.error && !query.data)
  if (failed?.error) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (channels.data?.length === 0) {
    return (
      <Section title={t('steps.what')}>
        <EmptyState
          icon={IconPlugConnected}
          title={t('what.noChannelTitle')}
          text={t('what.noChannelText')}
          action={
            <ButtonLink to="/b/$slug/settings/channel" params={{ slug }}>
              {t('what.connect')}
            </ButtonLink>
          }
        />
      </Section>
    )
  }
  return (
    <Section title={t('steps.what')} lead={t('what.lead')}>
      <Stack gap="lg">
        <TextInput
          label={t('what.name')}
          description={t('what.nameHint')}
          placeholder={t('what.namePlaceholder')}
          maxLength={100}
          value={draft.name}
          error={fields.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {topics.isPending ? (
          <Skeleton height="9rem" />
        ) : open.length === 0 ? (
          <EmptyState
            compact
            icon={IconMessages}
            title={t('what.noTopicTitle')}
            text={t('what.noTopicText')}
            action={
              <ButtonLink to="/b/$slug/settings/topics" params={{ slug }} size="xs" variant="default">
                {t('what.createTopic')}
              </ButtonLink>
            }
          />
        ) : (
          <Choice
            label={t('what.topic')}
            description={t('what.topicHint')}
            error={fields.topicId}
            value={draft.topicId ?? null}
            onChange={(topicId) => change({ topicId })}
            options={open.map((topic) => ({
              value: topic.id,
              title: words(topic).name,
              text: words(topic).description,
              aside: t('what.confirmed', { number: format.number(topic.confirmed) }),
            }))}
          />
        )}
        {channels.data && channels.data.length > 1 && (
          <Select
            label={t('what.channel')}
            value={draft.channelId ?? null}
            error={fields.channelId}
            onChange={(channelId) => change({ channelId, templateId: null, variables: {} })}
            data={channels.data.map((channel) => ({
              value: channel.id,
              label: `${channel.name}, ${channel.displayPhoneNumber}`,
            }))}
          />
        )}
      </Stack>
    </Section>
  )
}
