const formats = new Map<string, Intl.DateTimeFormat>()

/** The day (`2026-11-22`) of a moment by the clock that Meta bills by. */
export function billingDay(at: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

/** `2026-11` → `2026-12`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/**
 * The moment a day begins in a zone: the first instant whose day is that one. A clock is at most 14 hours ahead or 12 behind.
 * @param day `2026-12-01`
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let [low, high] = [midnight - 15 * 3_600_000, midnight + 13 * 3_600_000]
  while (high - low > 1_000) {
    const middle = low + Math.floor((high - low) / 2_000) * 1_000
    if (middle === low) break
    if (billingDay(new Date(middle), timeZone) >= day) high = middle
    else low = middle
  }
  return new Date(high)
}
