import type { AdmissionRow } from '../../api/entities.ts'
import type { Tone } from '../../design/state-badge.tsx'

/** What waits for the operator stands out; the rest is calm. */
export const stateTones: Record<AdmissionRow['state'], Tone> = {
  applied: 'info',
  refused: 'bad',
  draft: 'quiet',
  none: 'quiet',
  approved: 'good',
}
