import type { Why } from '../../api/entities.ts'

export type Outcome = 'ok' | 'no' | 'wait'

/** Checks whose failing only postpones a message; every other one ends it (the gate's own distinction). */
const postponing = new Set([
  'template_not_approved',
  'channel_unavailable',
  'campaign_not_running',
  'limit_reached',
  'quiet_hours',
])

/** How a line of the gate reads: fine, never, or later. */
export function outcomeOf(check: Pick<Why['checks'][number], 'key' | 'ok'>): Outcome {
  if (check.ok !== false) return 'ok'
  return postponing.has(check.key) ? 'wait' : 'no'
}
