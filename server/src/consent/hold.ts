import { holdForUnclearStop, openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { businessOf } from './business.ts'
import { say, staffNeeded } from './hooks.ts'
import { optOutPayload } from './opt-out.ts'
import { CHAT, type ChatLanguage, chatLanguage } from './texts.ts'

/** Payload of the button that says: I did not mean STOP. */
export const KEEP_PAYLOAD = 'hold:keep'

interface Unclear {
  contactId: string
  channelId: string
  wamid: string
  at: Date
}

/**
 * Fails safe (C-29): from now on no marketing, and one neutral question with two buttons. The hold ends by the person's
 * own answer or by a member, never by time.
 */
export async function holdUntilClear(
  tx: Context,
  { contactId, channelId, wamid, at }: Unclear,
  spoken: ChatLanguage | undefined,
): Promise<void> {
  if (!(await holdForUnclearStop(tx, contactId))) return
  await tx.hooks.run(staffNeeded, tx, { contactId, channelId, why: 'unclear_stop', at })
  const person = (await openContacts(tx, [contactId])).get(contactId)
  const words = CHAT[spoken ?? chatLanguage(person?.language, (await businessOf(tx)).language)]
  await tx.hooks.run(say, tx, {
    contactId,
    channelId,
    kind: 'notice',
    body: {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: words.unclear },
        action: {
          buttons: [
            { type: 'reply', reply: { id: optOutPayload(null), title: words.leave } },
            { type: 'reply', reply: { id: KEEP_PAYLOAD, title: words.keep } },
          ],
        },
      },
    },
    dedupeKey: `unclear:${wamidDigest(tx, wamid)}`,
  })
}
