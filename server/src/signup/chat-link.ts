import type { Config } from '../platform/config.ts'

/**
 * A link that opens the chat with a prepared text, which the person may edit before sending.
 * With Meta it is wa.me; with any other Graph host (the simulator) that host serves the same path.
 * @param phone digits with country code, without plus
 */
export function chatLink(config: Pick<Config, 'graphBaseUrl'>, phone: string, text: string): string {
  const base =
    config.graphBaseUrl === 'https://graph.facebook.com' ? 'https://wa.me' : `${config.graphBaseUrl}/wa.me`
  return `${base}/${phone}?text=${encodeURIComponent(text)}`
}
