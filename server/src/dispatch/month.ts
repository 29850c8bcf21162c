import { timeOfId } from '../platform/index.ts'

/** The partition of a moment: the first day of its month in UTC, `2026-11-01`. */
export function monthOf(at: Date): string {
  return `${at.toISOString().slice(0, 7)}-01`
}

/** The partition of a message, from its id alone: so a status finds its row without an index over all months. */
export function monthOfMessage(messageId: string): string {
  return monthOf(timeOfId(messageId))
}

/** All months from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (const at = new Date(first); monthOf(at) <= last; at.setUTCMonth(at.getUTCMonth() + 1))
    months.push(monthOf(at))
  return months
}
