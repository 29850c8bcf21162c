import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source, SourceKind } from '../../api/entities.ts'
import { keyOf, useApi, useChange } from '../../api/use-api.ts'
import { queryClient } from '../../app/queries.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Choice } from '../../design/choice.tsx'
import { notifyProblem } from '../../design/notify.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { kinds } from './kinds.ts'
import { TopicsField } from './topics-field.tsx'

interface CreateSheetProps {
  opened: boolean
  onClose: () => void
}

/** A new way in: where people meet it, what it is called here, what it offers. */
export function CreateSheet({ opened, onClose }: CreateSheetProps) {
  const { t } = useTranslation('sources')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('createTitle')}>
      <Fields onClose={onClose} />
    </SideSheet>
  )
}

function Fields({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sources')
  const api = useApi()
  const { id: businessId, slug } = useBusiness()
  const navigate = useNavigate()
  const channels = useQuery(
    api.query(['channels', 'list'], (client, signal) => client.GET('/api/v1/channels', { signal })),
  )
  const form = useForm({
    initialValues: {
      kind: 'bubble' as SourceKind,
      name: '',
      channelId: '',
      topicIds: [] as string[],
      keyword: '',
    },
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      topicIds: (ids) => (ids.length > 0 ? null : t('topicMissing')),
      channelId: (id) => (id ? null : t('channelMissing')),
      keyword: (word, { kind }) =>
        kind !== 'keyword' || /^[\p{L}\p{N}]{2,20}$/u.test(word.trim()) ? null : t('keywordWrong'),
    },
  })
  const first = channels.data?.[0]?.id
  const { channelId } = form.values
  const { setFieldValue } = form
  useEffect(() => {
    if (first && !channelId) setFieldValue('channelId', first)
  }, [first, channelId, setFieldValue])

  const create = useChange(
    (client, { keyword, ...values }: typeof form.values) =>
      client.POST('/api/v1/sources', {
        body: { ...values, ...(values.kind === 'keyword' ? { keyword: keyword.trim().toUpperCase() } : {}) },
      }),
    {
      touches: [['sources']],
      done: t('created'),
      onDone: (source) => {
        queryClient.setQueryData<Source[]>(keyOf(businessId, ['sources', 'list']), (before) =>
          before ? [source, ...before] : before,
        )
        onClose()
        void navigate({ to: '/b/$slug/sources', params: { slug }, search: { source: source.id } })
      },
      onProblem: (problem) => {
        form.setErrors(problem.fields)
        if (problem.code === 'keyword_taken') form.setFieldError('keyword', problem.detail)
        else notifyProblem(problem)
      },
    },
  )
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack gap="lg">
        <Choice
          label={t('kind')}
          value={form.values.kind}
          onChange={(kind) => form.setFieldValue('kind', kind)}
          options={kinds.map(({ kind, icon: Icon }) => ({
            value: kind,
            title: t(`kinds.${kind}.one`),
            text: t(`kinds.${kind}.text`),
            aside: <Icon size={20} stroke={1.6} aria-hidden />,
          }))}
        />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          placeholder={t(`kinds.${form.values.kind}.example`)}
          maxLength={80}
          {...form.getInputProps('name')}
        />
        {form.values.kind === 'keyword' && (
          <TextInput
            label={t('keyword')}
            description={t('keywordHint')}
            placeholder={t('keywordExample')}
            maxLength={20}
            {...form.getInputProps('keyword')}
            onChange={(event) => form.setFieldValue('keyword', event.currentTarget.value.toUpperCase())}
          />
        )}
        <TopicsField {...form.getInputProps('topicIds')} />
        {(channels.data?.length ?? 0) !== 1 && (
          <Select
            label={t('channel')}
            data={(channels.data ?? []).map((channel) => ({
              value: channel.id,
              label: `${channel.name}, ${channel.displayPhoneNumber}`,
            }))}
            {...form.getInputProps('channelId')}
          />
        )}
        <Button type="submit" loading={create.isPending}>
          {t('createGo')}
        </Button>
      </Stack>
    </form>
  )
}
