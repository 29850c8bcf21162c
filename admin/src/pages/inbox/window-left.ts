const minuteMs = 60_000

/** What is left of the 24-hour window; undefined when it is closed. The last started minute counts as one. */
export function windowLeft(
  endsAt: string | null,
  now: number,
): { hours: number; minutes: number; share: number } | undefined {
  if (!endsAt) return undefined
  const left = Date.parse(endsAt) - now
  if (!(left > 0)) return undefined
  const minutes = Math.ceil(left / minuteMs)
  return {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    share: Math.min(left / (24 * 60 * minuteMs), 1),
  }
}
