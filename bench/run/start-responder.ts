import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ResponderStats } from '../responder.ts'

export interface Responder {
  url: string
  stats(): Promise<ResponderStats>
  /** Request bodies as they arrived, the first thousand. */
  bodies(): Promise<string[]>
  /** Counts from zero again. */
  reset(): Promise<void>
  stop(): Promise<void>
}

/** Starts the responder in a process of its own, which ends with this one. */
export async function startResponder(options: { latencyMs?: number } = {}): Promise<Responder> {
  const file = fileURLToPath(new URL('../responder.ts', import.meta.url))
  const child = fork(file, [String(options.latencyMs ?? 0)], { execArgv: [] })
  const [url] = (await once(child, 'message')) as [string]
  return { ...askResponder(url), stop: () => stop() }

  async function stop(): Promise<void> {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  }
}

/** Speaks with a responder that another process started. */
export function askResponder(url: string): Omit<Responder, 'stop'> {
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
  return {
    url,
    stats: async () => (await get('/stats')) as ResponderStats,
    bodies: async () => (await get('/bodies')) as string[],
    reset: async () => void (await fetch(`${url}/reset`, { method: 'POST' })),
  }
}
