import { QueryClient, queryOptions } from '@tanstack/react-query'
import { createApiClient, dataOf } from '../api/client.ts'
import type { Me } from '../api/entities.ts'
import { ApiProblem } from '../api/problem.ts'

const tries = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal (4xx) will be refused again; only a lost connection or a stumbling server is worth another try.
      retry: (count, error) =>
        !(error instanceof ApiProblem && error.status >= 400 && error.status < 500) && count < tries,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const open = createApiClient()

/** Who is signed in, and in which businesses. */
export const meQuery = queryOptions<Me, ApiProblem>({
  queryKey: ['me'],
  queryFn: ({ signal }) => dataOf(open.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60_000,
})

export const openApi = open
