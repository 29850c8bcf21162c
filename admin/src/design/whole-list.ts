import type { PagedRows } from './keyset-table.tsx'

/** Lets a complete, unpaged list be shown by KeysetTable: `<KeysetTable query={wholeList(members)} …/>`. */
export function wholeList<T extends { id: string }>(query: {
  data: T[] | undefined
  error: Error | null
  isPending: boolean
  refetch: () => unknown
}): PagedRows<T> {
  return {
    data: query.data && { pages: [{ items: query.data, next: null }] },
    error: query.error,
    isPending: query.isPending,
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: () => undefined,
    refetch: () => query.refetch(),
  }
}
