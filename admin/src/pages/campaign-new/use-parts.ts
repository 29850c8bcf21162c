import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'

/** Everything a campaign is put together from. */
export function useParts() {
  const api = useApi()
  return {
    topics: useQuery(api.query(['topics', 'list'], (c, signal) => c.GET('/api/v1/topics', { signal }))),
    channels: useQuery(api.query(['channels', 'list'], (c, signal) => c.GET('/api/v1/channels', { signal }))),
    segments: useQuery(api.query(['segments', 'list'], (c, signal) => c.GET('/api/v1/segments', { signal }))),
    templates: useQuery(
      api.query(['templates', 'list'], (c, signal) => c.GET('/api/v1/templates', { signal })),
    ),
    contactFields: useQuery(
      api.query(['contact-fields'], (c, signal) => c.GET('/api/v1/contact-fields', { signal })),
    ),
  }
}

/** A topic's words in the language on screen. */
export function useTopicWords(): (topic: Topic) => { name: string; description: string } {
  const { i18n } = useTranslation('campaign-new')
  const language = i18n.language === 'en' ? 'en' : 'de'
  return (topic) => ({ name: topic.name[language], description: topic.description[language] })
}
