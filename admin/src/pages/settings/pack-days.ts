type Hours = number[] | null

interface Days {
  /** 0 is Monday. */
  from: number
  to: number
  hours: [number, number]
}

/** A week of hours as runs of days that have the same: Monday to Friday 9 to 21, Saturday 10 to 14. */
export function daysOf(week: readonly Hours[]): Days[] {
  const runs: Days[] = []
  for (const [day, hours] of week.entries()) {
    const [opens, closes] = hours ?? []
    if (opens === undefined || closes === undefined) continue
    const last = runs.at(-1)
    if (last && last.to === day - 1 && last.hours[0] === opens && last.hours[1] === closes) last.to = day
    else runs.push({ from: day, to: day, hours: [opens, closes] })
  }
  return runs
}
