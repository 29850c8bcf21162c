const NO = ['withdrawn', 'refused', 'invalidated']
const STANDING = ['confirmed', 'suspended', 'superseded', 'pending', 'requested']
const INHERITED = ['confirmed', 'suspended', 'superseded']

/**
 * What a consent is after a member's merge; null is none. A no and a block of either count for both, a yes of the record that goes
 * rests until the person renews it. The verb itself is `inheritConsents`; a test holds both together.
 */
export function stateAfter(kept: string | null, gone: string | null, suppressed: boolean): string {
  const comes = gone && NO.includes(gone) ? gone : gone && INHERITED.includes(gone) ? 'suspended' : null
  // What ran out says nothing any more.
  const own = kept === null || kept === 'expired' ? (comes ?? kept ?? 'none') : kept
  if (!STANDING.includes(own)) return own
  return suppressed || (kept !== null && gone !== null && NO.includes(gone)) ? 'withdrawn' : own
}
