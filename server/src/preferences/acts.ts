import { type ChatLanguage, requestConsent, withdraw } from '../consent/index.ts'
import { newId, withTransaction } from '../platform/index.ts'
import type { Visit } from './link.ts'
import { isWindowOpen } from './settings.ts'

const HOW = 'preference_page'

/**
 * Ends one topic, or all marketing, at once and for good (C-25, C-31): the same withdrawal as STOP in the chat, with the same
 * one receipt. Said again, nothing happens.
 * @param topicId null: all marketing
 */
export async function endTopic(
  { ctx, contactId, channelId }: Visit,
  topicId: string | null,
  language: ChatLanguage,
): Promise<void> {
  await withTransaction(ctx, (tx) =>
    withdraw(tx, { contactId, channelId, topicId, at: tx.clock.now(), how: HOW, language }),
  )
}

/**
 * Has the question asked in the chat; only the YES there begins anything (C-02). Whoever holds the link without the chat gains
 * nothing by it.
 * @returns whether the question is on its way; not so without an open window, or when it was asked often enough today
 */
export async function askInChat(visit: Visit, topicId: string, language: ChatLanguage): Promise<boolean> {
  const { ctx, contactId, channelId } = visit
  return withTransaction(ctx, async (tx) => {
    if (!(await isWindowOpen(tx, visit))) return false
    const outcome = await requestConsent(tx, {
      contactId,
      channelId,
      topicIds: [topicId],
      language,
      sourceId: null,
      at: tx.clock.now(),
      evidence: { how: HOW },
      // There was no message: the tap on the page has a name of its own.
      wamid: `${HOW}:${newId()}`,
    })
    return outcome === 'asking'
  })
}
