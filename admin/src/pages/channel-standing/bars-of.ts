export interface ChartDay {
  /** `YYYY-MM-DD` */
  day: string
  counts: Record<string, number>
}

/** What one bar stands for: from its first to its last day, and what was counted on them together. */
export interface Bar {
  from: string
  through: string
  counts: Record<string, number>
}

/** Days added up, so many to a bar. The last bar ends with the last day; the first may have fewer. */
export function barsOf(days: readonly ChartDay[], daysPerBar: number): Bar[] {
  const bars: Bar[] = []
  for (let end = days.length; end > 0; end -= daysPerBar) {
    const span = days.slice(Math.max(0, end - daysPerBar), end)
    const [first, last] = [span[0], span.at(-1)]
    if (first && last) bars.unshift({ from: first.day, through: last.day, counts: together(span) })
  }
  return bars
}

function together(span: readonly ChartDay[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { counts } of span)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
