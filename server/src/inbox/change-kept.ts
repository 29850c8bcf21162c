import { openPerson, sealPerson } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { type InboundContent, wamidDigest } from '../whatsapp/index.ts'
import { type Kept, keepMessage } from './keep.ts'
import { contentPlace } from './seal.ts'
import { readStored, type StoredContent, toStored } from './stored-content.ts'
import type { ChatKey } from './view.ts'

const DELETED = 'deleted'

type Change = Pick<Kept, 'chat' | 'at' | 'receivedAt' | 'meaning' | 'type'>

/**
 * An earlier message reads differently now: its new words take the place of the old ones, with a mark. What was taken back
 * stays so, and an older edit does not undo a newer one, in whatever order they arrive.
 * @returns whether something reads differently
 */
export async function changeWords(
  tx: Context,
  key: Key,
  edit: Extract<InboundContent, { type: 'edit' }>,
  change: Change,
): Promise<boolean> {
  const editedAt = change.at.toISOString()
  const words = toStored({ content: edit, wamid: edit.wamid, forwarded: false })
  const found = await lockKept(tx, key, change.chat, edit.wamid)
  if (found === 'deleted') return false
  // The words before never came, or were deleted here after their time: what it says now is all there is.
  if (!found) return keepMessage(tx, key, { ...change, content: { ...words, editedAt }, about: null })
  if (!edit.content || (found.editedAt && found.editedAt >= editedAt)) return false
  // Only the caption of a picture can change, and Meta does not always name the picture again.
  const { mediaId, media } = words.mediaId === null ? found : words
  const { referral, productId, forwarded } = found
  await rewrite(tx, key, change.chat, {
    ...words,
    mediaId,
    media,
    referral,
    productId,
    forwarded,
    editedAt,
  })
  if (change.meaning) await noteMeaning(tx, edit.wamid, change.meaning)
  return true
}

/**
 * The person took a message back: our copy of what it said goes too, also when the message arrives only afterwards.
 * @returns whether something was shown differently before
 */
export async function takeBack(tx: Context, key: Key, wamid: string, change: Change): Promise<boolean> {
  const gone: StoredContent = { wamid, type: DELETED, text: '', forwarded: false, mediaId: null }
  const found = await lockKept(tx, key, change.chat, wamid)
  if (found === 'deleted') return false
  if (!found) return keepMessage(tx, key, { ...change, content: gone, about: null })
  await rewrite(tx, key, change.chat, gone)
  return true
}

/** A message of this very person, by WhatsApp's id. */
async function lockKept(
  tx: Context,
  key: Key,
  { contactId, channelId }: ChatKey,
  wamid: string,
): Promise<StoredContent | 'deleted' | undefined> {
  const digest = wamidDigest(tx, wamid)
  const row = await tx.db
    .selectFrom('inbound_message')
    .select('content_sealed')
    .where('business_id', '=', tx.businessId)
    .where('wamid_digest', '=', digest)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const content = readStored(openPerson(tx, key, contactId, contentPlace(digest), row.content_sealed))
  return content.type === DELETED ? DELETED : content
}

async function rewrite(tx: Context, key: Key, { contactId }: ChatKey, content: StoredContent): Promise<void> {
  const digest = wamidDigest(tx, content.wamid)
  const sealed = sealPerson(tx, key, contactId, contentPlace(digest), JSON.stringify(content))
  await tx.db
    .updateTable('inbound_message')
    .set((eb) => ({
      content_sealed: sealed,
      type: eb.case().when('type', '=', 'echo').then('echo').else(content.type).end(),
    }))
    .where('business_id', '=', tx.businessId)
    .where('wamid_digest', '=', digest)
    .execute()
}

async function noteMeaning(tx: Context, wamid: string, meaning: string): Promise<void> {
  await tx.db
    .updateTable('inbound_message')
    .set({ meaning })
    .where('business_id', '=', tx.businessId)
    .where('wamid_digest', '=', wamidDigest(tx, wamid))
    .execute()
}
