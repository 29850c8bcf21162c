import { getBusiness } from '../businesses/index.ts'
import { chatLanguage, say } from '../consent/index.ts'
import { openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { InboundMessage } from '../whatsapp/index.ts'
import { accessReceived, parseIdentityAnswer } from './chat-texts.ts'
import { answerIdentity } from './identity.ts'
import { openRequest } from './open-request.ts'

interface Inbound {
  contactId: string
  channelId: string
  message: Pick<InboundMessage, 'content'>
  meaning: string | null
}

/**
 * Handler of intake's `inboundMessage`: AUSKUNFT opens an access request and is answered neutrally, with the date; a tap on our
 * question says whether a request comes from who has the number (C-37).
 */
export async function onInboundForRights(tx: Context, inbound: Inbound): Promise<void> {
  const { contactId, channelId, message, meaning } = inbound
  const tap = tapOf(message.content)
  const answer = tap === null ? null : parseIdentityAnswer(tap)
  if (answer) await answerIdentity(tx, { ...answer, contactId })
  if (meaning !== 'access') return
  const person: Context = { ...tx, actor: { kind: 'person', contactId } }
  const { requestId, dueAt } = await openRequest(person, { contactId, kind: 'access', via: 'chat' })
  const business = await getBusiness(tx)
  const language = (await openContacts(tx, [contactId])).get(contactId)?.language
  await tx.hooks.run(say, tx, {
    contactId,
    channelId,
    kind: 'notice',
    body: accessReceived(business.name, dueAt, chatLanguage(language, business.language)),
    dedupeKey: `access:${requestId}`,
  })
}

function tapOf(content: InboundMessage['content']): string | null {
  if (content.type === 'button') return content.payload
  return content.type === 'reply' ? content.id : null
}
