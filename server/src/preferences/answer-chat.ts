import { getBusiness } from '../businesses/index.ts'
import { type ChatLanguage, chatLanguage, explainSubscription, readWill, say } from '../consent/index.ts'
import { openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { type InboundMessage, wamidDigest } from '../whatsapp/index.ts'
import { issueLink } from './link.ts'
import { TEXTS } from './texts.ts'

interface Inbound {
  contactId: string
  channelId: string
  message: Pick<InboundMessage, 'wamid' | 'forwarded' | 'content'>
  meaning: string | null
}

/**
 * Handler of intake's `inboundMessage`: WARUM is answered with when, where and with which words the person signed up (C-74),
 * EINSTELLUNGEN with the way to their own page, both with its link. Never an answer to somebody else's words that were passed on,
 * and only a few a day.
 */
export async function answerWish(
  tx: Context,
  { contactId, channelId, message, meaning }: Inbound,
): Promise<void> {
  if ((meaning !== 'info' && meaning !== 'settings') || message.forwarded) return
  const url = await issueLink(tx, { contactId, channelId })
  if (!url) return
  const business = await getBusiness(tx)
  const person = (await openContacts(tx, [contactId])).get(contactId)
  const usual = chatLanguage(person?.language, business.language)
  const spoken = languageOfWords(message) ?? usual
  const { chat } = TEXTS[spoken]
  const link = spoken === usual ? url : `${url}?lang=${spoken}`
  const text =
    meaning === 'info'
      ? `${await explainSubscription(tx, contactId, channelId, spoken)}\n\n${chat.change(link)}`
      : chat.settings(business.name, link)
  await tx.hooks.run(say, tx, {
    contactId,
    channelId,
    kind: 'notice',
    body: { type: 'text', text: { body: text, preview_url: false } },
    dedupeKey: `preferences:${wamidDigest(tx, message.wamid)}`,
  })
}

/** Who asks PERCHÉ is answered in Italian, whatever was known of them. */
function languageOfWords({ content }: Inbound['message']): ChatLanguage | undefined {
  const will = content.type === 'text' ? readWill(content.text) : null
  return will && 'language' in will ? will.language : undefined
}
