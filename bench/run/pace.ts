import type { ResponderStats } from '../responder.ts'

/**
 * Of so many messages, how many of the first are not counted, whoever sends them: the database makes its plans, and what is
 * compiled warms up.
 */
export function uncounted(messages: number): number {
  return messages >= 50_000 ? 10_000 : Math.floor(messages / 10_000) * 1_000
}

/** Messages per second, without the first `skip` (whole thousands), until `endedAt` (milliseconds since 1970). */
export function paceOf(
  { thousands, firstAt }: ResponderStats,
  { messages, skip, endedAt }: { messages: number; skip: number; endedAt: number },
): number {
  const from = thousands[skip / 1_000 - 1] ?? firstAt
  return (messages - skip) / ((endedAt - from) / 1_000)
}
