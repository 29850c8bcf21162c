import { useSyncExternalStore } from 'react'

const eventNames = ['message', 'status', 'person', 'typing', 'crowd', 'numbers', 'dials', 'template'] as const

/** `reopen` is our own: the stream was lost and is back, so whatever was loaded may be stale. */
export type SimEventName = (typeof eventNames)[number] | 'reopen'
export type SimEventData = Record<string, unknown>
type Listener = (name: SimEventName, data: SimEventData) => void

const listeners = new Set<Listener>()
const stateListeners = new Set<() => void>()
let lost = false
let retryAfterMs = 500

function tell(name: SimEventName, data: SimEventData): void {
  for (const listener of listeners) listener(name, data)
}

function setLost(value: boolean): void {
  if (lost === value) return
  lost = value
  for (const listener of stateListeners) listener()
}

/** Opens the live stream and keeps it open: browsers give up after an HTTP error, so we open a new one then. */
export function connectEvents(): void {
  const source = new EventSource('/sim/events')
  source.onopen = () => {
    retryAfterMs = 500
    if (lost) tell('reopen', {})
    setLost(false)
  }
  source.onerror = () => {
    setLost(true)
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(connectEvents, retryAfterMs)
    retryAfterMs = Math.min(retryAfterMs * 2, 8000)
  }
  for (const name of eventNames) {
    source.addEventListener(name, (event) => tell(name, JSON.parse(event.data)))
  }
}

/** Calls `listener` for every live event; gives the function that ends it. */
export function onSimEvent(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** True while the live stream is down. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(
    (notify) => {
      stateListeners.add(notify)
      return () => {
        stateListeners.delete(notify)
      }
    },
    () => lost,
  )
}
