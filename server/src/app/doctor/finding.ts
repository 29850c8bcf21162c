/** What one check found: a fact, and what to do when it is not as it should be. */
export interface Finding {
  check: string
  /** `warn` works, but should not stay so; `fail` does not work, or will not for long. */
  state: 'ok' | 'warn' | 'fail'
  fact: string
  cure?: string
}

export const ok = (check: string, fact: string): Finding => ({ check, state: 'ok', fact })
export const warn = (check: string, fact: string, cure: string): Finding => ({
  check,
  state: 'warn',
  fact,
  cure,
})
export const fail = (check: string, fact: string, cure: string): Finding => ({
  check,
  state: 'fail',
  fact,
  cure,
})

/** "3 days", "2 hours", "40 seconds". */
export function spanOf(ms: number): string {
  const [, unit, size] = UNITS.find(([from]) => ms >= from) ?? [0, 'second', 1000]
  const count = Math.max(0, Math.round(ms / size))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const UNITS: [from: number, unit: string, size: number][] = [
  [48 * 3_600_000, 'day', 24 * 3_600_000],
  [2 * 3_600_000, 'hour', 3_600_000],
  [120_000, 'minute', 60_000],
]
