import { SimpleGrid, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'

/** How far asking anew has come after a material change; nothing while a topic never had one. */
export function AskAgain({ topic }: { topic: Topic }) {
  const { t } = useTranslation('settings')
  const api = useApi()
  const format = useFormat()
  const concerned = topic.wordings.some((wording) => wording.material && wording.superseded > 0)
  const { data, error, refetch } = useQuery({
    ...api.query(['topics', topic.id, 'ask-again'], (client, signal) =>
      client.GET('/api/v1/topics/{id}/ask-again', { params: { path: { id: topic.id } }, signal }),
    ),
    enabled: concerned,
  })
  if (!concerned) return null
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const figures = ['superseded', 'waiting', 'open', 'yes', 'no'] as const
  return (
    <Section title={t('askAgain.title')} lead={t('askAgain.lead')}>
      {data ? (
        <SimpleGrid cols={{ base: 2, sm: 5 }}>
          {figures.map((key) => (
            <Figure
              key={key}
              label={t(`askAgain.${key}`)}
              value={format.number(data[key])}
              hint={
                key === 'waiting' && data.windowOpen > 0
                  ? t('askAgain.windowOpen', { number: format.number(data.windowOpen) })
                  : undefined
              }
            />
          ))}
        </SimpleGrid>
      ) : (
        <Skeleton height="4rem" radius="md" />
      )}
    </Section>
  )
}
