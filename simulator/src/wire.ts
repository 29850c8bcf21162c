import { createHmac } from 'node:crypto'

/** One change to tell a business about; becomes one element of `changes` in a webhook. */
export interface Update {
  wabaId: string
  field: string
  value: Record<string, unknown>
  /** Unix seconds; account and template fields carry it, `messages` does not. */
  time?: number
  /** Called once when some POST that held this update was answered with 200. */
  onDelivered?: () => void
}

/**
 * The exact bytes of a webhook: updates of one account and time share an entry, everything outside ASCII is
 * escaped in lower-case hex and slashes are escaped, as Meta does it. The signature is over these bytes.
 */
export function encodeWebhook(updates: readonly Update[]): string {
  const entries = new Map<
    string,
    { id: string; time?: number; changes: { value: unknown; field: string }[] }
  >()
  for (const { wabaId, field, value, time } of updates) {
    const key = `${wabaId} ${time ?? ''}`
    const entry = entries.get(key) ?? { id: wabaId, ...(time !== undefined && { time }), changes: [] }
    entries.set(key, entry)
    entry.changes.push({ value, field })
  }
  return escapeLikeMeta(JSON.stringify({ object: 'whatsapp_business_account', entry: [...entries.values()] }))
}

function escapeLikeMeta(json: string): string {
  const slashes = json.replaceAll('/', '\\/')
  return slashes.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Signature headers over the bytes as sent: the current SHA-256 one and the old SHA-1 one. */
export function signatures(body: Buffer, appSecret: string): Record<string, string> {
  const hex = (algorithm: string): string => createHmac(algorithm, appSecret).update(body).digest('hex')
  return { 'x-hub-signature-256': `sha256=${hex('sha256')}`, 'x-hub-signature': `sha1=${hex('sha1')}` }
}
