import { DAY } from '../platform/index.ts'
import type { InboundContent } from './updates.ts'

/** Free-form messages are possible this long after the person's last message (Meta's customer service window). */
export const WINDOW_MS = DAY

/** Not a message of its own: it changes an earlier one, or WhatsApp tells something about the person. */
const NO_MESSAGE: readonly InboundContent['type'][] = ['edit', 'deleted', 'identity', 'security_code']

/** Whether the person has written with it; Meta's page names messages and calls, and we do not stretch it. */
export function opensWindow({ type }: InboundContent): boolean {
  return !NO_MESSAGE.includes(type)
}
