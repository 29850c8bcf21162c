import { DAY } from '../platform/index.ts'

/** Free-form messages are possible this long after the person's last message (Meta's customer service window). */
export const WINDOW_MS = DAY
