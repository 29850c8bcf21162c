const PREFIX = 'jw1.'

/** What travels with a message as `biz_opaque_callback_data` and comes back in every status: our id, nothing personal. */
export function callbackData(messageId: string): string {
  return PREFIX + messageId
}

/** Our message id out of a status; null when the message was not sent by us. */
export function messageIdOf(callback: string | null): string | null {
  const id = callback?.startsWith(PREFIX) ? callback.slice(PREFIX.length) : ''
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id) ? id : null
}
