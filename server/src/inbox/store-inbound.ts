import { sql } from 'kysely'
import { personKey } from '../contacts/index.ts'
import { isTransient } from '../intake/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { type CopyUpdate, type InboundMessage, opensWindow } from '../whatsapp/index.ts'
import { changeWords, takeBack } from './change-kept.ts'
import { asksForAttention } from './content.ts'
import { conversationChanged } from './hooks.ts'
import { aboutOf, keepMessage, touchConversation } from './keep.ts'
import { ECHO } from './seal.ts'
import { type Incoming, toStored } from './stored-content.ts'
import type { ChatKey } from './view.ts'

export interface InboundEvent extends ChatKey {
  message: Incoming & Pick<InboundMessage, 'at' | 'contextWamid'>
  receivedAt: Date
  /** What consent made of it (`stop`, `confirmed` …), if anything. */
  meaning?: string | null
}

/**
 * Handler of intake's inbound message, after consent has judged it in the same transaction. Whatever goes wrong in here
 * is undone alone and told to the log: the inbox can never cost a STOP (G2). The raw update stays with intake.
 * @throws whatever the database says that passes by itself, unless the message is a withdrawal: intake tries again
 */
export async function storeInbound(tx: Context, event: InboundEvent): Promise<void> {
  await sql`savepoint inbox`.execute(tx.db)
  try {
    await store(tx, event)
    await sql`release savepoint inbox`.execute(tx.db)
  } catch (error) {
    // No room on the disk, or a deadlock: tried again as a whole, nothing of it is lost. A withdrawal does not wait for that.
    if (isTransient(error) && event.meaning !== 'stop') throw error
    await sql`rollback to savepoint inbox`.execute(tx.db)
    const name = error instanceof Error ? error.name : 'unknown'
    tx.log.error({ error: name, contactId: event.contactId }, 'the inbox did not keep a message')
  }
}

async function store(tx: Context, event: InboundEvent): Promise<void> {
  const { contactId, channelId, message } = event
  const chat = { contactId, channelId }
  const meaning = event.meaning ?? null
  const key = await personKey(tx, contactId)
  if (!key) return
  const place = { chat, at: message.at, receivedAt: event.receivedAt, meaning }
  if (!(await write(tx, key, message, message.contextWamid, place))) return
  const unread = asksForAttention(message, meaning) ? 1 : 0
  const inboundAt = opensWindow(message.content) ? message.at : null
  await touchConversation(tx, chat, { at: message.at, unread, inboundAt })
  await tx.hooks.run(conversationChanged, tx, chat)
}

/**
 * Handler of intake's copies: what the business wrote on its phone, and what was written before the number was connected. Part
 * of the chat and nothing more: it opens no window and asks for nobody.
 */
export async function storeCopy(
  tx: Context,
  { contactId, channelId, copy }: ChatKey & { copy: CopyUpdate },
): Promise<void> {
  const chat = { contactId, channelId }
  const key = await personKey(tx, contactId)
  if (!key) return
  // Kept for as long after it was said as anything else.
  const place = {
    chat,
    at: copy.at,
    receivedAt: copy.at,
    meaning: null,
    ...(copy.own ? { type: ECHO } : {}),
  }
  if (!(await write(tx, key, copy, null, place))) return
  await touchConversation(tx, chat, { at: copy.at, unread: 0, inboundAt: null })
  await tx.hooks.run(conversationChanged, tx, chat)
}

type Place = Parameters<typeof changeWords>[3]

/** @returns whether the chat reads differently now */
function write(
  tx: Context,
  key: Key,
  message: Incoming,
  contextWamid: string | null,
  place: Place,
): Promise<boolean> {
  const { content } = message
  if (content.type === 'edit') return changeWords(tx, key, content, place)
  if (content.type === 'deleted') return takeBack(tx, key, content.wamid, place)
  const about = aboutOf(content, contextWamid)
  return keepMessage(tx, key, { ...place, content: toStored(message), about })
}
