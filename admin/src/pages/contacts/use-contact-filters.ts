import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ConsentState } from '../../api/entities.ts'
import type { PageSearch } from '../../app/use-filter.ts'

export const filterNames = ['search', 'topicId', 'state', 'segmentId'] as const
export type FilterName = (typeof filterNames)[number]

/** The filters of the contact list, as the address has them. */
export function useContactFilters() {
  const search: PageSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const filters = {
    ...(search.search ? { search: search.search } : {}),
    ...(search.topicId ? { topicId: search.topicId } : {}),
    ...(search.state ? { state: search.state as ConsentState } : {}),
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
