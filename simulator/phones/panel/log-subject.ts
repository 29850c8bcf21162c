import type { LogEntry } from '../api/types.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined)

/** Field and content of a webhook body: "messages: button", "statuses: read", "user_preferences". */
function webhookSubject(body: unknown): string | undefined {
  const entry = isObject(body) ? first(body['entry']) : undefined
  const change = isObject(entry) ? first(entry['changes']) : undefined
  if (!isObject(change) || typeof change['field'] !== 'string') return undefined
  const value = isObject(change['value']) ? change['value'] : {}
  const changes = isObject(entry) && Array.isArray(entry['changes']) ? entry['changes'].length : 1
  const entries = isObject(body) && Array.isArray(body['entry']) ? body['entry'].length : 1
  const more = changes * entries > 1 ? ` +${changes * entries - 1}` : ''
  const message = first(value['messages'])
  if (isObject(message)) return `message · ${String(message['type'])}${more}`
  const status = first(value['statuses'])
  if (isObject(status)) return `status · ${String(status['status'])}${more}`
  return `${change['field']}${more}`
}

/** The part of a request's path that tells it apart, with what was sent. */
function requestSubject(entry: LogEntry): string {
  const path = (entry.path ?? '').replace(/^\/v\d+\.\d+/, '').split('?')[0] ?? ''
  const type =
    isObject(entry.body) && typeof entry.body['type'] === 'string' ? ` · ${entry.body['type']}` : ''
  return `${entry.method ?? ''} ${path}${type}`.trim()
}

/** One line that says what a log entry is about. Pure. */
export function logSubject(entry: LogEntry): string {
  return (entry.kind === 'webhook' && webhookSubject(entry.body)) || requestSubject(entry)
}
