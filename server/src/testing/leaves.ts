import { questionAccepted } from '../consent/index.ts'
import { noteMarketing, openPerson, personKey } from '../contacts/index.ts'
import type { Claimed } from '../dispatch/claim.ts'
import { payloadPlace } from '../dispatch/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'

/** A message that left, as the dispatcher would have sent it. */
export interface Left {
  messageId: string
  contactId: string
  kind: string
  category: string
  topicId: string | null
  at: Date
  body: { text?: { body: string }; interactive?: { body: { text: string }; action?: unknown } }
}

/** A claimed message leaves: WhatsApp takes and delivers it at once. */
export async function leaves(ctx: Context, message: Claimed): Promise<Left> {
  const { messageId, contactId, kind, category, topicId } = message
  const at = ctx.clock.now()
  await withTransaction(ctx, async (tx) => {
    const wamid = wamidOf(messageId)
    await tx.db
      .updateTable('message')
      .set({ state: 'delivered', accepted_at: at, wamid_digest: wamidDigest(tx, wamid) })
      .where('message_id', '=', messageId)
      .execute()
    await tx.db.deleteFrom('message_queue').where('message_id', '=', messageId).execute()
    if (category === 'marketing') await noteMarketing(tx, { contactIds: [contactId], at })
    if (kind === 'question' && message.dedupeKey)
      await questionAccepted(tx, { questionId: message.dedupeKey, messageId, wamid, at })
  })
  return { messageId, contactId, kind, category, topicId, at, body: await bodyOf(ctx, message) }
}

async function bodyOf(ctx: Context, { messageId, contactId, payload }: Claimed): Promise<Left['body']> {
  const key = await personKey(ctx, contactId)
  return key && payload ? JSON.parse(openPerson(ctx, key, contactId, payloadPlace(messageId), payload)) : {}
}

/** The id that WhatsApp gives a message of ours. */
export const wamidOf = (messageId: string) => `wamid.out.${messageId}`
