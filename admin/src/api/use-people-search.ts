import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from './use-api.ts'

const typingMs = 300
const shown = 6
const shortest = 2

/**
 * The first people whom what is typed finds; both name and number are sealed, so only beginnings and endings can be looked for.
 * `wanted` is false while too little is typed to look for anybody.
 */
export function usePeopleSearch(typed: string) {
  const api = useApi()
  const [search] = useDebouncedValue(typed.trim(), typingMs)
  const wanted = search.length >= shortest
  const found = useQuery({
    ...api.query(['contacts', 'list', { search, limit: shown }], (client, signal) =>
      client.GET('/api/v1/contacts', { params: { query: { search, limit: shown } }, signal }),
    ),
    enabled: wanted,
    placeholderData: keepPreviousData,
  })
  return { found, wanted, people: wanted ? (found.data?.items ?? []) : [] }
}
