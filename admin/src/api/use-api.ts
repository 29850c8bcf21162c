import {
  infiniteQueryOptions,
  type QueryKey,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { useBusiness } from '../app/use-business.ts'
import { notifyDone, notifyProblem } from '../design/notify.tsx'
import { type ApiClient, createApiClient, dataOf } from './client.ts'
import type { Page } from './entities.ts'
import type { ApiProblem } from './problem.ts'

type Answer<T> = Promise<{ data?: T; error?: unknown }>

/** First word of a query key: the resource, as live events name it (see live.ts). */
export type Resource =
  | 'business'
  | 'members'
  | 'invitations'
  | 'audit'
  | 'channels'
  | 'standing'
  | 'sending'
  | 'notifications'
  | 'topics'
  | 'stop-words'
  | 'consent-policy'
  | 'sources'
  | 'contacts'
  | 'contact-fields'
  | 'contact-imports'
  | 'segments'
  | 'templates'
  | 'campaigns'
  | 'conversations'
  | 'price-rates'
  | 'price-imports'
  | 'billing'
  | 'budgets'
  | 'costs'
  | 'sending-policy'
  | 'rule-packs'
  | 'insights'
  | 'ledger'
  | 'privacy'
  | 'retention'
  | 'compliance'
  | 'records'
  | 'endpoints'
  | 'admission'
  | 'reviews'
  | 'deliveries'

export type ResourceKey = readonly [Resource, ...unknown[]]

/** The cache key of a resource of one business. */
export const keyOf = (businessId: string, key: ResourceKey): QueryKey => [businessId, ...key]

const clients = new Map<string, ApiClient>()

function clientFor(businessId: string): ApiClient {
  const known = clients.get(businessId)
  if (known) return known
  const client = createApiClient(businessId)
  clients.set(businessId, client)
  return client
}

/**
 * The API of the business on screen. `query` is for useQuery, `pages` for useInfiniteQuery over keyset pages:
 * `useQuery(api.query(['topics'], (client, signal) => client.GET('/api/v1/topics', { signal })))`
 */
export function useApi() {
  const { id } = useBusiness()
  return useMemo(() => {
    const client = clientFor(id)
    return {
      client,
      query: <T>(key: ResourceKey, ask: (client: ApiClient, signal: AbortSignal) => Answer<T>) =>
        queryOptions<T, ApiProblem>({
          queryKey: keyOf(id, key),
          queryFn: ({ signal }) => dataOf(ask(client, signal)),
        }),
      pages: <T>(
        key: ResourceKey,
        ask: (client: ApiClient, after: string | undefined, signal: AbortSignal) => Answer<Page<T>>,
      ) =>
        infiniteQueryOptions({
          queryKey: keyOf(id, [...key, 'pages'] as const),
          queryFn: ({ signal, pageParam }) => dataOf(ask(client, pageParam, signal)),
          initialPageParam: undefined as string | undefined,
          getNextPageParam: (page: Page<T>) => page.next ?? undefined,
        }),
    }
  }, [id])
}

export interface ChangeOptions<T, V> {
  /** Resources to refetch afterwards. */
  touches: readonly ResourceKey[]
  /** Said in a toast when it worked. */
  done?: string | ((result: T) => string)
  /** Called when it worked, after the refetch has begun. */
  onDone?: (result: T, input: V) => void
  /** Given: the caller shows refusals itself (a form with `fields`); else a toast shows them. */
  onProblem?: (problem: ApiProblem) => void
}

/**
 * A mutation of the business on screen:
 * `const save = useChange((client, body: Body) => client.PATCH('/api/v1/business', { body }), { touches: [['business']] })`
 */
export function useChange<T, V = void>(
  send: (client: ApiClient, input: V) => Answer<T>,
  options: ChangeOptions<T, V>,
) {
  const { id } = useBusiness()
  const queries = useQueryClient()
  return useMutation<T, ApiProblem, V>({
    mutationFn: (input) => dataOf(send(clientFor(id), input)),
    onSuccess: (result, input) => {
      for (const key of options.touches) void queries.invalidateQueries({ queryKey: keyOf(id, key) })
      if (options.done) notifyDone(typeof options.done === 'function' ? options.done(result) : options.done)
      options.onDone?.(result, input)
    },
    onError: (problem) => (options.onProblem ? options.onProblem(problem) : notifyProblem(problem)),
  })
}
