import { useQuery } from '@tanstack/react-query'
import { useApi } from './use-api.ts'

/** The currency in which Meta bills the business; euro until it is known. */
export function useCurrency(): string {
  const api = useApi()
  const billing = useQuery(
    api.query(['billing'], (client, signal) => client.GET('/api/v1/billing', { signal })),
  )
  return billing.data?.currency ?? 'EUR'
}
