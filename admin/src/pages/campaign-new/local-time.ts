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

/** A kind first suggestion: the next morning at ten that is no Sunday, when the quiet hours are over. */
export function nextMorning(now: Date): string {
  const morning = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 10)
  if (morning.getDay() === 0) morning.setDate(morning.getDate() + 1)
  return morning.toISOString()
}
