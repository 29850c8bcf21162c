/** A calendar day in a time zone, as `YYYY-MM-DD`. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}

/** The days from `first` to `last`, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  const at = new Date(`${first}T00:00:00Z`)
  for (let day = first; day <= last; day = at.toISOString().slice(0, 10)) {
    days.push(day)
    at.setUTCDate(at.getUTCDate() + 1)
  }
  return days
}

/** The day that lies `days` before another. */
export function dayBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - days)
  return at.toISOString().slice(0, 10)
}

/** The earlier of two days. */
export const earlierOf = (a: string, b: string): string => (a < b ? a : b)

/** The later of two days. */
export const laterOf = (a: string, b: string): string => (a > b ? a : b)
