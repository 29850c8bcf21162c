import { DAY } from '../platform/index.ts'

/** One month from receipt, and two more where it is complex or there are many (Art. 12 (3) GDPR). */
const MONTHS = 1
const MORE_MONTHS = 2

/** Days before the end on which members are reminded; 0 is the moment it is overdue. */
export const REMINDERS = [10, 3, 0] as const

/** When a request that came in then has to be answered. */
export function dueAt(received: Date, extended: boolean): Date {
  return addMonths(received, extended ? MONTHS + MORE_MONTHS : MONTHS)
}

/** The same day of a later month; its last day where it has no such day. */
function addMonths(from: Date, months: number): Date {
  const to = new Date(from)
  to.setUTCDate(1)
  to.setUTCMonth(to.getUTCMonth() + months)
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
  to.setUTCDate(Math.min(from.getUTCDate(), last))
  return to
}

export const URGENCIES = ['calm', 'soon', 'urgent', 'overdue'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Whole days until the end, rounded up; 0 or less once it is over. */
export function daysLeft(due: Date, now: Date): number {
  return Math.ceil((due.getTime() - now.getTime()) / DAY)
}

/** How a request that waits stands: soon from ten days before its end, urgent from three, overdue after it (C-38). */
export function urgencyOf(due: Date, now: Date): Urgency {
  if (due.getTime() <= now.getTime()) return 'overdue'
  const days = daysLeft(due, now)
  return days <= 3 ? 'urgent' : days <= 10 ? 'soon' : 'calm'
}

/** The reminder that is due and was not given yet; only the last one where several were missed. */
export function reminderDue(
  due: Date,
  now: Date,
  given: readonly number[],
): (typeof REMINDERS)[number] | null {
  const left = due.getTime() - now.getTime()
  const reached = REMINDERS.filter((days) => left <= days * DAY)
  const last = reached.at(-1)
  return last === undefined || given.includes(last) ? null : last
}
