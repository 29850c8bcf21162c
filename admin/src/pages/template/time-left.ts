const minuteMs = 60_000

/** Whole hours and minutes until a moment, rounded up so that it never says nothing is left too early; null when it is over. */
export function timeLeft(until: string, now: number): { hours: number; minutes: number } | null {
  const minutes = Math.ceil((new Date(until).getTime() - now) / minuteMs)
  return minutes > 0 ? { hours: Math.floor(minutes / 60), minutes: minutes % 60 } : null
}
