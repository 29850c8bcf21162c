import type { Start } from '../../torture/run/starts.ts'
import type { Marketing } from './whatsapp.ts'

/** What came of the messages to people who wrote STOP. */
interface Came {
  /** Nothing came to them. */
  spared: number
  /** It came after nothing could leave any more, but had been handed to the HTTP client before. */
  onTheWay: number
  /** It was handed to the HTTP client only after that: milliseconds each. */
  late: number[]
}

/**
 * Compares when marketing started with the moment from which none of it could leave.
 * @param safeAt that moment, by the person's digits; milliseconds since 1970
 * @param messageIds of everybody who waited, by digits
 * @throws Error when a message came late and nobody knows when it started
 */
export function lateMarketing(
  safeAt: ReadonlyMap<string, number>,
  marketing: Marketing,
  messageIds: ReadonlyMap<string, string>,
  starts: ReadonlyMap<string, Start>,
): Came {
  const came: Came = { spared: safeAt.size, onTheWay: 0, late: [] }
  for (const [digits, at] of marketing) {
    const safe = safeAt.get(digits)
    if (safe === undefined) continue
    came.spared--
    if (at <= safe) continue
    const made = starts.get(messageIds.get(digits) ?? '')?.made
    if (made === undefined || Number.isNaN(made))
      throw new Error('A message came late, and its start was not noted.')
    if (made > safe) came.late.push(made - safe)
    else came.onTheWay++
  }
  return came
}
