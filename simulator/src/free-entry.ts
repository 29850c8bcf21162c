import type { Chat } from './chat.ts'
import { DAY } from './clock.ts'

const LASTS = 3 * DAY

/**
 * The free entry point (platform §4.2, §8.1): a person came by an advert; when the business answers within 24 h,
 * everything is free for 72 h from that answer.
 * @param chat its `freeUntil` is set by the answer
 * @returns until when it is free (ms), or nothing
 */
export function freeEntryUntil(chat: Chat, now: number): number | undefined {
  if (chat.cameByAdvert !== undefined && now - chat.cameByAdvert < DAY) {
    chat.freeUntil = now + LASTS
    delete chat.cameByAdvert
  }
  return chat.freeUntil !== undefined && chat.freeUntil > now ? chat.freeUntil : undefined
}
