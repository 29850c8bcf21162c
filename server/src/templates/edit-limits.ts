import { DAY } from '../platform/clock.ts'

const PER_DAY = 1
const PER_MONTH = 10
const MONTH = 30 * DAY

/** Edits that still count at a moment. */
export const recentEdits = (edits: readonly Date[], now: Date): Date[] =>
  edits.filter((at) => now.getTime() - at.getTime() < MONTH)

/**
 * How many more edits Meta takes of an approved template, and when the next one if not now: one in 24 hours, ten in 30 days.
 * Drafts, rejected and paused ones are edited as often as one likes. Source: Meta, editing templates.
 */
export function editsLeft(
  { state, edits }: { state: string; edits: readonly Date[] },
  now: Date,
): { left: number | null; nextAt: string | null } {
  if (state !== 'approved') return { left: null, nextAt: null }
  const recent = recentEdits(edits, now)
    .map((at) => at.getTime())
    .sort((a, b) => a - b)
  // The edit that has to become old enough before there is room for another one.
  const day = (recent.at(-PER_DAY) ?? -Infinity) + DAY
  const month = (recent.at(-PER_MONTH) ?? -Infinity) + MONTH
  const next = Math.max(day, month)
  return {
    left: Math.max(0, PER_MONTH - recent.length),
    nextAt: next > now.getTime() ? new Date(next).toISOString() : null,
  }
}
