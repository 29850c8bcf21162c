const PREFIX = 'jw1.'
const OWN = /^jw1\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.\d{1,5})?$/

/**
 * What travels with a request as `biz_opaque_callback_data` and comes back in every status: our message id and which request
 * for it this is, so that a late status of the first is not taken for the second. Nothing personal.
 */
export function callbackData(messageId: string, attempt: number): string {
  return `${PREFIX}${messageId}.${attempt}`
}

/** Our message id out of a status; null when the message was not sent by us. */
export function messageIdOf(callback: string | null): string | null {
  return OWN.exec(callback ?? '')?.[1] ?? null
}
