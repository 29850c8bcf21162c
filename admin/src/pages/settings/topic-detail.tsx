import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { AskAgain } from './ask-again.tsx'
import { TopicFields, type TopicValues } from './topic-fields.tsx'
import { useInLanguage } from './use-in-language.ts'
import { WordingStudio } from './wording-studio.tsx'

/** One topic: its consent text in every language with its history, and its name. */
export function TopicDetail({ topic, onBack }: { topic: Topic; onBack: () => void }) {
  const { t } = useTranslation('settings')
  const say = useInLanguage()
  return (
    <>
      <div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconChevronLeft size={15} />}
          onClick={onBack}
        >
          {t('topics.all')}
        </Button>
      </div>
      <Section
        title={t('wording.title', { topic: say(topic.name) })}
        lead={t('wording.lead')}
        aside={topic.archivedAt && <ToneBadge tone="quiet">{t('topics.archived')}</ToneBadge>}
      >
        <WordingStudio topic={topic} />
      </Section>
      <AskAgain topic={topic} />
      <Section title={t('topics.about')} lead={t('topics.aboutLead')}>
        <TopicForm topic={topic} />
      </Section>
    </>
  )
}

function TopicForm({ topic }: { topic: Topic }) {
  const { t } = useTranslation('settings')
  const form = useForm<TopicValues>({ initialValues: { name: topic.name, description: topic.description } })
  const save = useChange(
    (client, body: Partial<TopicValues> & { archived?: boolean }) =>
      client.PATCH('/api/v1/topics/{id}', { params: { path: { id: topic.id } }, body }),
    {
      touches: [['topics']],
      done: t('saved'),
      onDone: () => form.resetDirty(),
      onProblem: (problem) => form.setErrors({ 'name.de': problem.detail, ...problem.fields }),
    },
  )
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <TopicFields form={form} />
        <Group justify="space-between">
          <Button variant="default" onClick={() => save.mutate({ archived: topic.archivedAt === null })}>
            {topic.archivedAt ? t('topics.unarchive') : t('topics.archive')}
          </Button>
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
