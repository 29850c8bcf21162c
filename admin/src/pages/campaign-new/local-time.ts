const two = (value: number): string => String(value).padStart(2, '0')

/** A moment as a `datetime-local` field writes it, in the browser's time zone. */
export function toLocalInput(at: string | Date): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The moment a `datetime-local` field means, as ISO in UTC; null while it is incomplete. */
export function fromLocalInput(value: string): string | null {
  const date = new Date(value)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}

/** A kind first suggestion: tomorrow at ten, when people are up and the quiet hours are over. */
export function tomorrowAtTen(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 10).toISOString()
}
