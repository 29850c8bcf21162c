import { timeOfId } from '../platform/index.ts'

const PREFIX = 'jw1.'
/** Only a version 7 UUID: any other names no month in which to look for it. */
const OWN = /^jw1\.([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?:\.(\d{1,5}))?$/
/** Past the end of the year 9999 a month has no form that a database reads. */
const LAST_MS = Date.UTC(10_000, 0) - 1

/**
 * What travels with a request as `biz_opaque_callback_data` and comes back in every status: our message id and which request
 * for it this is, so that a late status of the first is not taken for the second. Nothing personal.
 */
export function callbackData(messageId: string, attempt: number): string {
  return `${PREFIX}${messageId}.${attempt}`
}

/**
 * Our message id, and the number of the request when it was given along; null when the message was not sent by us. It comes
 * from outside: whatever it says, nobody after this trips over it.
 */
export function requestOf(callback: string | null): { messageId: string; attempt: number | null } | null {
  const [, messageId, attempt] = OWN.exec(callback ?? '') ?? []
  if (!messageId || timeOfId(messageId).getTime() > LAST_MS) return null
  return { messageId, attempt: attempt ? Number(attempt) : null }
}
