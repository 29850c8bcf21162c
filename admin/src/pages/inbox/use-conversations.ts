import { useInfiniteQuery } from '@tanstack/react-query'
import type { Conversation } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useFilter } from '../../app/use-filter.ts'

export const filters = ['open', 'mine', 'unassigned', 'closed'] as const
export type Filter = (typeof filters)[number]

/** The list of conversations by the filters in the address. */
export function useConversations() {
  const api = useApi()
  const [chosen, setFilter] = useFilter('filter')
  const [search, setSearch] = useFilter('search')
  const filter: Filter = filters.find((one) => one === chosen) ?? 'open'
  const conversations = useInfiniteQuery(
    api.pages<Conversation>(['conversations', 'list', { filter, search }], (client, after, signal) =>
      client.GET('/api/v1/conversations', {
        params: { query: { filter, after, ...(search ? { search } : {}) } },
        signal,
      }),
    ),
  )
  return { conversations, filter, setFilter, search, setSearch }
}
