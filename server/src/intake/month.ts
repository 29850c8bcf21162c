import { DAY } from '../platform/index.ts'

/**
 * The month (first day, ISO, UTC) under which an update is kept. Meta's own time makes it the same month when the update
 * is sent again. Meta repeats for seven days; a time that is far off is nonsense, and must not ask for a table of its own.
 */
export function monthOfUpdate(at: Date, receivedAt: Date): string {
  const off = receivedAt.getTime() - at.getTime()
  const time = off > 31 * DAY || off < -2 * DAY ? receivedAt : at
  const month = String(time.getUTCMonth() + 1).padStart(2, '0')
  return `${time.getUTCFullYear()}-${month}-01`
}
