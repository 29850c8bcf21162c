/** Milliseconds as whole days, hours, minutes and seconds; what has passed is zero. */
export function splitTime(ms: number): { days: number; hours: number; minutes: number; seconds: number } {
  const all = Math.max(0, Math.floor(ms / 1000))
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  }
}

/** Seconds as `m:ss`, or `h:mm:ss` from an hour on. */
export function clockOf(seconds: number): string {
  const { days, hours, minutes, seconds: rest } = splitTime(seconds * 1000)
  const whole = days * 24 + hours
  const two = (value: number) => String(value).padStart(2, '0')
  return whole > 0 ? `${whole}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
