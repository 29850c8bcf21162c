import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { conversationChanged } from './hooks.ts'
import { lockConversation, setConversation } from './store.ts'
import { type ChatKey, type Conversation, conversationView } from './view.ts'

export const AssignInput = z.object({ memberId: z.uuid().nullable() })

/**
 * Gives a conversation to a member, or to nobody.
 * @throws Problem `not_found`, `member_unknown`
 */
export async function assignConversation(
  ctx: Context,
  chat: ChatKey,
  input: z.input<typeof AssignInput>,
): Promise<Conversation> {
  requireRole(ctx, 'agent', 'marketer')
  const { memberId } = AssignInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await lockConversation(tx, chat)
    if (memberId) await requireMember(tx, memberId)
    await setConversation(tx, chat, { assigned_to: memberId })
    await recordAudit(tx, {
      action: 'conversation.assign',
      entity: 'contact',
      entityId: chat.contactId,
      before: { assignedTo: before.assigned_to },
      after: { assignedTo: memberId },
    })
    await tx.hooks.run(conversationChanged, tx, chat)
    return conversationView(tx, chat)
  })
}

async function requireMember(tx: Context, memberId: string): Promise<void> {
  const member = await tx.db
    .selectFrom('member')
    .select('member_id')
    .where('business_id', '=', tx.businessId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (member) return
  throw new Problem('invalid', 'member_unknown', {
    de: 'Dieses Mitglied gibt es hier nicht. Bitte wähle jemand anderen.',
    en: 'There is no such member here. Please choose somebody else.',
  })
}

/** Closes a conversation; the next message of the person opens it again. @throws Problem `not_found` */
export async function closeConversation(ctx: Context, chat: ChatKey): Promise<Conversation> {
  return changeState(ctx, chat, 'closed')
}

/** @throws Problem `not_found` */
export async function reopenConversation(ctx: Context, chat: ChatKey): Promise<Conversation> {
  return changeState(ctx, chat, 'open')
}

async function changeState(ctx: Context, chat: ChatKey, state: 'open' | 'closed'): Promise<Conversation> {
  requireRole(ctx, 'agent', 'marketer')
  return withTransaction(ctx, async (tx) => {
    const before = await lockConversation(tx, chat)
    await setConversation(tx, chat, { state, ...(state === 'closed' ? { unread: 0 } : {}) })
    await recordAudit(tx, {
      action: state === 'closed' ? 'conversation.close' : 'conversation.reopen',
      entity: 'contact',
      entityId: chat.contactId,
      before: { state: before.state },
      after: { state },
    })
    await tx.hooks.run(conversationChanged, tx, chat)
    return conversationView(tx, chat)
  })
}
