import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { isSendingBraked } from '../brake/index.ts'
import { channelCredentials, getChannel } from '../channels/index.ts'
import { openPerson, personKey } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { createGraphClient } from '../whatsapp/index.ts'
import { conversationChanged } from './hooks.ts'
import { contentPlace } from './seal.ts'
import { lockConversation, setConversation } from './store.ts'
import { readStored } from './stored-content.ts'
import { type ChatKey, type Conversation, conversationView } from './view.ts'

const MarkRead = z.object({ businessId: z.uuid(), contactId: z.uuid(), channelId: z.uuid() })

/** Shows the person blue ticks. Worth one more try, and no more: nobody waits for it. */
export const markReadJob: Job<z.infer<typeof MarkRead>> = {
  name: 'inbox.mark_read',
  schema: MarkRead,
  retries: 1,
}

/**
 * A member has read the chat. That somebody read it is noted (C-50), and WhatsApp is told in the background.
 * @throws Problem `not_found`
 */
export async function readConversation(ctx: Context, chat: ChatKey): Promise<Conversation> {
  requireRole(ctx, 'agent', 'marketer')
  return withTransaction(ctx, async (tx) => {
    const before = await lockConversation(tx, chat)
    await recordAudit(tx, { action: 'conversation.read', entity: 'contact', entityId: chat.contactId })
    if (before.unread > 0) {
      await setConversation(tx, chat, { unread: 0 })
      await tx.jobs.enqueue(tx, markReadJob, { businessId: tx.businessId, ...chat })
      await tx.hooks.run(conversationChanged, tx, chat)
    }
    return conversationView(tx, chat)
  })
}

/** Tells WhatsApp that the person's newest message was read; with it everything older is. */
export async function markRead(
  runtime: Runtime,
  { businessId, contactId, channelId }: z.infer<typeof MarkRead>,
): Promise<void> {
  // Not even two blue ticks leave a restored copy.
  if (await isSendingBraked(runtime)) return
  const ctx = createContext(runtime, businessId, { kind: 'system', job: markReadJob.name })
  const newest = await ctx.db
    .selectFrom('inbound_message')
    .select(['wamid_digest', 'content_sealed'])
    .where('business_id', '=', businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .where('type', 'not in', ['reaction', 'identity', 'security_code', 'deleted', 'echo'])
    .orderBy('at', 'desc')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const key = await personKey(ctx, contactId)
  if (!newest || !key) return
  const place = contentPlace(newest.wamid_digest)
  const { wamid } = readStored(openPerson(ctx, key, contactId, place, newest.content_sealed))
  const channel = await getChannel(ctx, channelId)
  const { accessToken, appSecret } = await channelCredentials(ctx, channelId)
  const { graphBaseUrl: baseUrl, graphVersion: version } = runtime.config
  const client = createGraphClient({ baseUrl, version, token: accessToken, appSecret })
  try {
    const result = await client.markRead(channel.phoneNumberId, wamid)
    if (result.ok !== true) runtime.log.info({ channelId, ok: result.ok }, 'marking as read was not accepted')
  } finally {
    await client.close()
  }
}
