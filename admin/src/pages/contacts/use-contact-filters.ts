import { useNavigate, useSearch } from '@tanstack/react-router'
import type { PageSearch } from '../../app/use-filter.ts'
import { isState } from '../../design/state-badge.tsx'

const filterNames = ['search', 'topicId', 'state', 'segmentId'] as const
/** What a person can be apart from what they said to a topic. */
export const otherStates = ['none', 'hold', 'suppressed', 'restricted'] as const

function stateIn({ state = null }: Record<string, string | null | undefined>) {
  if (isState('consent', state)) return state
  return otherStates.find((known) => known === state)
}

/** The filters of the contact list, as the address has them. */
export function useContactFilters() {
  const search: PageSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const state = stateIn(search)
  const filters = {
    ...(search.search ? { search: search.search } : {}),
    ...(search.topicId ? { topicId: search.topicId } : {}),
    ...(state ? { state } : {}),
    ...(search.segmentId ? { segmentId: search.segmentId } : {}),
  }
  return {
    filters,
    active: Object.keys(filters).length > 0,
    reset: () =>
      void navigate({
        to: '.',
        search: (before: PageSearch) => ({
          ...before,
          ...Object.fromEntries(filterNames.map((n) => [n, undefined])),
        }),
        replace: true,
      }),
  }
}
