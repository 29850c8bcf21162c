import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { conversationChanged } from './hooks.ts'
import type { ConversationMessage } from './messages.ts'
import { lockConversation, setConversation } from './store.ts'
import { type ChatKey, windowEnd } from './view.ts'

/** Meta's limit for a text. */
export const ReplyInput = z.object({ text: z.string().trim().min(1).max(4096) })

/**
 * Answers a person. Free text is possible only while the 24-hour window is open; the gate looks again when it leaves.
 * @throws Problem `not_found`, `window_closed`
 */
export async function reply(
  ctx: Context,
  chat: ChatKey,
  input: z.input<typeof ReplyInput>,
): Promise<ConversationMessage> {
  requireRole(ctx, 'agent', 'marketer')
  const { text } = ReplyInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const conversation = await lockConversation(tx, chat)
    const now = tx.clock.now()
    const end = windowEnd(conversation.last_inbound_at)
    if (!end || end <= now) {
      throw new Problem('conflict', 'window_closed', {
        de: 'Das 24-Stunden-Fenster ist zu: WhatsApp erlaubt jetzt nur noch freigegebene Vorlagen. Sobald die Person wieder schreibt, kannst du antworten.',
        en: 'The 24-hour window is closed: WhatsApp now allows approved templates only. You can answer as soon as the person writes again.',
      })
    }
    const { messageId } = await enqueueMessage(tx, {
      ...chat,
      kind: 'reply',
      category: 'service',
      body: { type: 'text', text: { body: text, preview_url: false } },
    })
    await setConversation(tx, chat, { state: 'open', last_at: now })
    await recordAudit(tx, { action: 'conversation.reply', entity: 'message', entityId: messageId })
    await tx.hooks.run(conversationChanged, tx, chat)
    return {
      id: messageId,
      direction: 'out',
      at: now.toISOString(),
      type: 'reply',
      text,
      buttons: [],
      state: 'queued',
    }
  })
}
