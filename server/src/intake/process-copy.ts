import { readWill, withdraw } from '../consent/index.ts'
import { resolveContact } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { CopyUpdate } from '../whatsapp/index.ts'
import { forgetRaw } from './forget-raw.ts'
import { chatCopied } from './hooks.ts'

/**
 * What was not exchanged through us is part of the chat, and no yes of any kind. But who said STOP before the number was
 * connected has objected all the same (Art. 21 GDPR); that is no news to them, so nothing is answered.
 */
export async function processCopy(tx: Context, channelId: string, copy: CopyUpdate): Promise<string> {
  const { contactId } = await resolveContact(tx, { ...copy.person, at: copy.at })
  const { content, at, wamid } = copy
  if (content.type === 'deleted') await forgetRaw(tx, contactId, content.wamid)
  if (!copy.own && !copy.forwarded && content.type === 'text' && readWill(content.text).kind === 'stop') {
    const stop = { contactId, channelId, topicId: null, at, wamid, text: content.text }
    await withdraw(tx, { ...stop, how: 'stop_word', receipt: false })
  }
  await tx.hooks.run(chatCopied, tx, { contactId, channelId, copy })
  return contactId
}
