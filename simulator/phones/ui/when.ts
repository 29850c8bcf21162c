const dayMs = 86_400_000

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Whole calendar days between two moments, in local time. */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / dayMs)
}

/** Hours and minutes, as a messenger shows them. */
export function clock(at: string | Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

interface DayWords {
  today: string
  yesterday: string
}

/** The name of a day: today, yesterday, a weekday within the last week, else the date. */
export function dayName(at: string, now: Date, locale: string, words: DayWords): string {
  const date = new Date(at)
  const days = daysBetween(date, now)
  if (days === 0) return words.today
  if (days === 1) return words.yesterday
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(date)
}

/** Short form for lists: the time today, else the day. */
export function shortWhen(at: string, now: Date, locale: string, words: DayWords): string {
  const date = new Date(at)
  const days = daysBetween(date, now)
  if (days === 0) return clock(date, locale)
  if (days === 1) return words.yesterday
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(date)
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: '2-digit' }).format(date)
}
