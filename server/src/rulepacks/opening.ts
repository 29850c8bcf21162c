import type { Hours, Week } from './pack.ts'
import { instantOf, wallTime } from './zones.ts'

/** When marketing may arrive somewhere. */
export interface Rules {
  week: Week
  /** All zones in which the person may be: it must be open in each. Not empty. */
  zones: readonly string[]
  /** Whether a day (`2026-12-25`) of the local calendar is a holiday. */
  isHoliday: (day: string) => boolean
}

/** Open or closed, and the moment until which that stays so. */
export interface Opening {
  open: boolean
  until: Date
}

type Span = readonly [from: number, to: number]

const DAY = 86_400_000
/** How far we look for the next opening; each step is tried only when the one before found nothing. */
const LOOK_AHEAD_DAYS = [4, 12, 40]

/**
 * Whether marketing may arrive at an instant, by the clocks of the people there. Windows are kept at both ends: opening
 * counts, closing does not. Zones that are never open at the same time (a country around the globe) fall back to the first.
 */
export function openingAt(rules: Rules, at: Date): Opening {
  const now = at.getTime()
  for (const days of LOOK_AHEAD_DAYS) {
    const found = next(rules, rules.zones, now, days)
    if (found) return found
  }
  const alone = next(rules, rules.zones.slice(0, 1), now, Math.max(...LOOK_AHEAD_DAYS))
  if (!alone) throw new Error('A rule pack has no day on which marketing may arrive')
  return alone
}

function next(rules: Rules, zones: readonly string[], now: number, days: number): Opening | null {
  let common: Span[] | null = null
  for (const zone of zones) {
    const own = spans(rules, zone, now, days)
    common = common === null ? own : overlaps(common, own)
  }
  const span = (common ?? []).find(([, to]) => to > now)
  if (!span) return null
  const [from, to] = span
  return from <= now ? { open: true, until: new Date(to) } : { open: false, until: new Date(from) }
}

/** The windows of one zone from the day before, since another zone's day may still be yesterday. */
function spans({ week, isHoliday }: Rules, zone: string, now: number, days: number): Span[] {
  const today = Math.floor(wallTime(zone, now) / DAY)
  const list: Span[] = []
  for (let day = today - 1; day <= today + days; day++) {
    const midnight = day * DAY
    const hours = hoursOn(week, midnight)
    if (!hours || isHoliday(new Date(midnight).toISOString().slice(0, 10))) continue
    const from = instantOf(zone, midnight + hours[0] * 3_600_000)
    const to = instantOf(zone, midnight + hours[1] * 3_600_000)
    const last = list.at(-1)
    // A day that is open until midnight goes on into the next one.
    if (last && last[1] === from) list[list.length - 1] = [last[0], to]
    else list.push([from, to])
  }
  return list
}

function hoursOn(week: Week, midnight: number): Hours {
  return week[(new Date(midnight).getUTCDay() + 6) % 7] ?? null
}

function overlaps(a: readonly Span[], b: readonly Span[]): Span[] {
  const list: Span[] = []
  for (const [from, to] of a) {
    for (const [start, end] of b) {
      const both: Span = [Math.max(from, start), Math.min(to, end)]
      if (both[0] < both[1]) list.push(both)
    }
  }
  return list
}
