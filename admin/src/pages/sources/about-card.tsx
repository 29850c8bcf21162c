import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { notifyProblem } from '../../design/notify.tsx'
import { Section } from '../../design/section.tsx'
import { TopicsField } from './topics-field.tsx'

/** Name and topics, which may change later: earlier opt-ins keep what they were shown. */
export function AboutCard({ source, readOnly }: { source: Source; readOnly: boolean }) {
  const { t } = useTranslation('sources')
  const form = useForm({
    initialValues: { name: source.name, topicIds: source.topicIds },
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      topicIds: (ids) => (ids.length > 0 ? null : t('topicMissing')),
    },
  })
  const save = useChange(
    (client, body: typeof form.values) =>
      client.PATCH('/api/v1/sources/{id}', { params: { path: { id: source.id } }, body }),
    {
      touches: [['sources']],
      done: t('saved'),
      onDone: () => form.resetDirty(),
      onProblem: (problem) => {
        form.setErrors(problem.fields)
        notifyProblem(problem)
      },
    },
  )
  return (
    <Section title={t('about')}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md">
          <TextInput label={t('name')} maxLength={80} readOnly={readOnly} {...form.getInputProps('name')} />
          <TopicsField disabled={readOnly} {...form.getInputProps('topicIds')} />
          {!readOnly && (
            <Button
              type="submit"
              variant="default"
              disabled={!form.isDirty()}
              loading={save.isPending}
              style={{ justifySelf: 'start', alignSelf: 'start' }}
            >
              {t('save')}
            </Button>
          )}
        </Stack>
      </form>
    </Section>
  )
}
