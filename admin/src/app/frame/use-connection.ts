import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ApiProblem } from '../../api/problem.ts'

/** False while the last answer of any query was "no connection", or the browser knows that it is offline. */
export function useConnection(): boolean {
  const cache = useQueryClient().getQueryCache()
  const subscribe = (changed: () => void) => {
    const stop = cache.subscribe(changed)
    window.addEventListener('online', changed)
    window.addEventListener('offline', changed)
    return () => {
      stop()
      window.removeEventListener('online', changed)
      window.removeEventListener('offline', changed)
    }
  }
  return useSyncExternalStore(subscribe, () => {
    if (!navigator.onLine) return false
    const seen = cache.getAll().filter((query) => query.getObserversCount() > 0)
    const failed = seen.some(({ state }) => {
      const problem = state.error ?? state.fetchFailureReason
      return problem instanceof ApiProblem && problem.code === 'no_connection'
    })
    return !failed
  })
}
