import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Topic } from './entities.ts'
import { useApi } from './use-api.ts'

/** The topics of the business, and the name of one in the language on screen (empty while they load). */
export function useTopics(): { topics: Topic[]; topicName: (id: string) => string } {
  const { i18n } = useTranslation('app')
  const api = useApi()
  const { data } = useQuery(
    api.query(['topics'], (client, signal) => client.GET('/api/v1/topics', { signal })),
  )
  const topics = data ?? []
  const language = i18n.language === 'en' ? 'en' : 'de'
  return {
    topics,
    topicName: (id) => {
      const topic = topics.find((one) => one.id === id)
      return topic ? topic.name[language] || topic.key : ''
    },
  }
}
