import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keyOf, type ResourceKey } from './use-api.ts'

/** The id an event names, as the rest of a key; an event without it makes the whole resource stale. */
const idIn = (data: Record<string, unknown>, key: string): string[] => {
  const value = data[key]
  return typeof value === 'string' ? [value] : []
}

/** What each live event makes stale. The page on screen refetches what it shows, the rest waits until it is seen. */
const staleBy: Record<string, (data: Record<string, unknown>) => ResourceKey[]> = {
  notification: () => [['notifications'], ['standing']],
  campaign: (data) => [['campaigns', ...idIn(data, 'campaignId')], ['campaigns', 'list'], ['insights']],
  conversation: (data) => [
    ['conversations', 'list'],
    ['conversations', ...idIn(data, 'contactId')],
    // Their history, and what may be asked of them while the window is open.
    ['contacts', ...idIn(data, 'contactId')],
  ],
  contact: (data) => [['contacts', ...idIn(data, 'contactId')], ['contacts', 'list'], ['insights']],
  template: (data) => [
    ['templates', ...idIn(data, 'templateId')],
    ['templates', 'list'],
  ],
  privacy: () => [['privacy']],
  standing: () => [['standing'], ['sending'], ['channels'], ['insights']],
}

const gatherMs = 400

/**
 * One event stream per business on screen. Events are gathered for a moment, so that a campaign of a thousand
 * messages causes a few refetches and not a thousand. The browser reconnects by itself; after a gap everything
 * on screen is refetched, because events may have been missed.
 */
export function useLiveUpdates(businessId: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const events = new EventSource(`/api/v1/events?business=${encodeURIComponent(businessId)}`)
    const waiting = new Map<string, ResourceKey>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let broken = false

    const flush = () => {
      timer = undefined
      for (const key of waiting.values()) void queries.invalidateQueries({ queryKey: keyOf(businessId, key) })
      waiting.clear()
    }
    const onEvent = (event: MessageEvent<string>) => {
      const data: unknown = JSON.parse(event.data || '{}')
      const keys = staleBy[event.type]?.(typeof data === 'object' && data ? { ...data } : {}) ?? []
      for (const key of keys) waiting.set(JSON.stringify(key), key)
      timer ??= setTimeout(flush, gatherMs)
    }
    for (const name of Object.keys(staleBy)) events.addEventListener(name, onEvent)
    events.onerror = () => {
      broken = true
    }
    events.onopen = () => {
      if (broken) void queries.invalidateQueries({ queryKey: [businessId] })
      broken = false
    }
    return () => {
      clearTimeout(timer)
      events.close()
    }
  }, [businessId, queries])
}
