import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Marketing, WhatsAppStats } from './whatsapp.ts'

interface WhatsApp {
  url: string
  stats(): Promise<WhatsAppStats>
  marketing(): Promise<Marketing>
  stop(): Promise<void>
}

/** Starts WhatsApp in a process of its own, which ends with this one. */
export async function startWhatsApp(): Promise<WhatsApp> {
  const child = fork(fileURLToPath(new URL('./whatsapp.ts', import.meta.url)), [], { execArgv: [] })
  const [url] = (await once(child, 'message')) as [string]
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
  return {
    url,
    stats: async () => (await get('/stats')) as WhatsAppStats,
    marketing: async () => (await get('/marketing')) as Marketing,
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
