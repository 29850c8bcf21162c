import { Skeleton, Stack, TagsInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { SaveBar } from './save-bar.tsx'

const most = 30
const longest = 40

/** Words with which this business's people leave, beside the built-in ones, which nobody can take away (C-28). */
export function StopWords() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const words = useQuery(
    api.query(['stop-words'], (client, signal) => client.GET('/api/v1/stop-words', { signal })),
  )
  return (
    <Section title={t('stopWords.title')} lead={t('stopWords.lead')}>
      {words.error ? (
        <ErrorState error={words.error} onRetry={() => void words.refetch()} />
      ) : words.data ? (
        <StopWordsForm words={words.data.words} />
      ) : (
        <Skeleton height="5rem" />
      )}
    </Section>
  )
}

function StopWordsForm({ words }: { words: string[] }) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const form = useForm({ initialValues: { words } })
  const save = useChange(
    (client, values: { words: string[] }) => client.PUT('/api/v1/stop-words', { body: values }),
    {
      touches: [['stop-words']],
      done: t('saved'),
      onDone: (saved) => {
        form.setInitialValues(saved)
        form.setValues(saved)
      },
      onProblem: (problem) => form.setErrors({ words: problem.detail }),
    },
  )
  const allowed = role === 'owner' || role === 'marketer' || role === 'dpo'
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <TagsInput
          label={t('stopWords.own')}
          description={t('stopWords.hint')}
          placeholder={t('stopWords.placeholder')}
          maxTags={most}
          maxLength={longest}
          disabled={!allowed}
          acceptValueOnBlur
          {...form.getInputProps('words')}
        />
        <Text size="sm" c="dimmed">
          {t('stopWords.builtIn')}
        </Text>
        <SaveBar dirty={form.isDirty()} loading={save.isPending} allowed={allowed} onReset={form.reset} />
      </Stack>
    </form>
  )
}
