import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { keyOfLabel } from './key-of-label.ts'
import { TopicFields, type TopicValues } from './topic-fields.tsx'

interface TopicSheetProps {
  opened: boolean
  onClose: () => void
  onDone: (topicId: string) => void
}

/** A new topic: one purpose that people can say yes to. */
export function TopicSheet({ opened, onClose, onDone }: TopicSheetProps) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('topics.add')}>
      <TopicForm
        onDone={(id) => {
          onClose()
          onDone(id)
        }}
      />
    </SideSheet>
  )
}

function TopicForm({ onDone }: { onDone: (topicId: string) => void }) {
  const { t } = useTranslation('settings')
  const form = useForm<TopicValues & { key: string }>({
    initialValues: { key: '', name: { de: '', en: '' }, description: { de: '', en: '' } },
  })
  const create = useChange(
    (client, values: typeof form.values) => client.POST('/api/v1/topics', { body: values }),
    {
      touches: [['topics']],
      done: t('topics.added'),
      onDone: (topic) => onDone(topic.id),
      onProblem: (problem) => form.setErrors({ key: problem.detail, ...problem.fields }),
    },
  )
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        create.mutate({ ...values, key: values.key || keyOfLabel(values.name.de) }),
      )}
    >
      <Stack>
        <TopicFields form={form} />
        <TextInput
          label={t('topics.key')}
          description={t('topics.keyHint')}
          placeholder={keyOfLabel(form.values.name.de)}
          {...form.getInputProps('key')}
        />
        <Button type="submit" loading={create.isPending}>
          {t('topics.add')}
        </Button>
      </Stack>
    </form>
  )
}
