import { existsSync, readFileSync } from 'node:fs'

/** When a request was handed to the HTTP client, and when it went to the network; milliseconds since 1970. */
export interface Start {
  made: number
  wire: number
}

/** What run/watch-starts.ts has written, by message id; the last attempt of each message counts. */
export function readStarts(files: readonly string[]): Map<string, Start> {
  const starts = new Map<string, Start>()
  for (const file of files.filter((each) => existsSync(each))) {
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const [kind, id = '', at] = line.split(' ')
      const known = starts.get(id) ?? { made: Number.NaN, wire: Number.NaN }
      if (kind === 'made') known.made = Number(at)
      else known.wire = Number(at)
      starts.set(id, known)
    }
  }
  return starts
}

export interface Spread {
  count: number
  median: number
  p99: number
  p999: number
  longest: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    count: sorted.length,
    median: at(0.5),
    p99: at(0.99),
    p999: at(0.999),
    longest: sorted.at(-1) ?? 0,
  }
}

export function spreadInWords({ median, p99, p999, longest }: Spread): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`
  return `median ${ms(median)}, p99 ${ms(p99)}, p99.9 ${ms(p999)}, longest ${ms(longest)}`
}
