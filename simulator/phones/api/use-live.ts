import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { onSimEvent, type SimEventData, type SimEventName } from './events.ts'

interface Loaded<T> {
  key: string
  data?: T
  error?: string
}

export interface Live<T> {
  data: T | undefined
  error: string | undefined
  reload(): void
}

/**
 * Loads something and loads it again when a live event says it may have changed, and after every reconnect.
 * Events come by the thousand when a crowd is active, so loads are spaced: at most one in `spacingMs`.
 * An event during a load asks for one more load, so the last answer shown is never older than the last event.
 */
export function useLive<T>(
  key: string,
  load: () => Promise<T>,
  wakes: (name: SimEventName, data: SimEventData) => boolean,
  spacingMs = 400,
): Live<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ key })
  const loadNow = useEffectEvent(load)
  const wakesNow = useEffectEvent(wakes)
  const reloadRef = useRef<() => void>(() => {})

  useEffect(() => {
    let ended = false
    let loading = false
    let again = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const run = async () => {
      loading = true
      again = false
      try {
        const data = await loadNow()
        if (!ended) setLoaded({ key, data })
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        if (!ended)
          setLoaded((before) => ({ key, data: before.key === key ? before.data : undefined, error: message }))
      }
      loading = false
      if (again && !ended) wake()
    }
    const wake = () => {
      if (loading) {
        again = true
        return
      }
      timer ??= setTimeout(() => {
        timer = undefined
        void run()
      }, spacingMs)
    }
    reloadRef.current = () => {
      if (loading) again = true
      else void run()
    }

    void run()
    const stop = onSimEvent((name, data) => {
      if (name === 'reopen' || wakesNow(name, data)) wake()
    })
    return () => {
      ended = true
      clearTimeout(timer)
      stop()
    }
  }, [key, spacingMs])

  const reload = useCallback(() => reloadRef.current(), [])
  const current = loaded.key === key ? loaded : undefined
  return { data: current?.data, error: current?.error, reload }
}
