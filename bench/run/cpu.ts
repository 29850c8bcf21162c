import { readdirSync, readFileSync } from 'node:fs'

/** Of the kernel's clock in /proc; 100 a second on every Linux in use. */
const TICK_MICROS = 10_000

/**
 * Processor time that a process and its children have used so far, in microseconds, those that ended included; null where there is
 * no /proc.
 */
export function familyCpuMicros(pid: number): number | null {
  const own = timesOf(pid)
  if (!own) return null
  const children = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (timesOf(Number(name)) ?? []) : [],
  )
  const running = children.filter((child) => child.parent === pid).reduce((sum, child) => sum + child.self, 0)
  return (own.self + own.ended + running) * TICK_MICROS
}

interface Times {
  parent: number
  self: number
  ended: number
}

function timesOf(pid: number): Times | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold anything; what follows is numbers.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    )
    return { parent, self: user + system, ended: endedUser + endedSystem }
  } catch {
    return null
  }
}
