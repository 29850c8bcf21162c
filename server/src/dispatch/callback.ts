const PREFIX = 'jw1.'
const OWN = /^jw1\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.(\d{1,5}))?$/

/**
 * What travels with a request as `biz_opaque_callback_data` and comes back in every status: our message id and which request
 * for it this is, so that a late status of the first is not taken for the second. Nothing personal.
 */
export function callbackData(messageId: string, attempt: number): string {
  return `${PREFIX}${messageId}.${attempt}`
}

/** Our message id, and the number of the request when it was given along; null when the message was not sent by us. */
export function requestOf(callback: string | null): { messageId: string; attempt: number | null } | null {
  const [, messageId, attempt] = OWN.exec(callback ?? '') ?? []
  return messageId ? { messageId, attempt: attempt ? Number(attempt) : null } : null
}
