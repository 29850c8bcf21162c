import { defineHook } from '../platform/index.ts'

/** Something in a conversation changed; for pages that are open. Runs in the transaction that changed it. */
export const conversationChanged = defineHook<{ contactId: string; channelId: string }>(
  'inbox.conversation_changed',
)
