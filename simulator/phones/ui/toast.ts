import { useSyncExternalStore } from 'react'
import { SimulatorError } from '../api/call.ts'

interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a short note for a few seconds. */
export function showToast(text: string, tone: Toast['tone'] = 'plain'): void {
  lastId += 1
  const id = lastId
  set([...toasts.slice(-2), { id, text, tone }])
  setTimeout(() => set(toasts.filter((toast) => toast.id !== id)), tone === 'bad' ? 7000 : 3000)
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (notify) => {
      listeners.add(notify)
      return () => {
        listeners.delete(notify)
      }
    },
    () => toasts,
  )
}

/** Runs an action; when it fails its sentence is shown and `undefined` comes back. */
export async function attempt<T>(work: Promise<T>, unreachable: string): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    showToast(error.status === 0 ? unreachable : error.message, 'bad')
    return undefined
  }
}
