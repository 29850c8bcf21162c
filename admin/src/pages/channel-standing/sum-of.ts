import type { ChannelDetail } from './types.ts'

const KEYS = ['sent', 'delivered', 'read', 'failed', 'optOuts', 'stopped', 'capped', 'unreachable'] as const

/** Days added up. */
export function sumOf(days: ChannelDetail['days']): Record<(typeof KEYS)[number], number> {
  const total = {
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    optOuts: 0,
    stopped: 0,
    capped: 0,
    unreachable: 0,
  }
  for (const day of days) for (const key of KEYS) total[key] += day[key]
  return total
}
