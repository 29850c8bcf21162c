import type { DB } from '../platform/db/index.ts'

/** `none` is the absence of a row. */
export type ConsentState = DB['consent']['state'] | 'none'

export type ConsentEventType =
  | 'opt_in'
  | 'question_accepted'
  | 'question_failed'
  | 'yes'
  | 'no'
  | 'withdrawal'
  | 'timeout'
  | 'lapse'
  | 'identity_change'
  | 'unreachable'

/**
 * Every allowed step of a consent, for one person, channel and topic; what is not here does not happen.
 * A second YES, a replayed webhook or a YES after STOP finds no entry and changes nothing.
 */
const STEPS: Record<ConsentEventType, Partial<Record<ConsentState, Exclude<ConsentState, 'none'>>>> = {
  opt_in: {
    none: 'requested',
    requested: 'requested',
    pending: 'requested',
    refused: 'requested',
    withdrawn: 'requested',
    expired: 'requested',
    suspended: 'requested',
    superseded: 'requested',
    invalidated: 'requested',
  },
  question_accepted: { requested: 'pending' },
  question_failed: { requested: 'expired' },
  yes: { pending: 'confirmed' },
  // A NO after a YES, at any later time, is a withdrawal.
  no: { requested: 'refused', pending: 'refused', confirmed: 'withdrawn', suspended: 'withdrawn' },
  withdrawal: {
    requested: 'withdrawn',
    pending: 'withdrawn',
    confirmed: 'withdrawn',
    suspended: 'withdrawn',
  },
  timeout: { pending: 'expired' },
  // Of no use to anybody for two years (C-45).
  lapse: { confirmed: 'expired' },
  // A new number may be a new person: nothing goes there before they said yes again.
  identity_change: { requested: 'expired', pending: 'expired', confirmed: 'suspended' },
  // Nobody there for weeks: the number may soon belong to somebody else (C-66).
  unreachable: { confirmed: 'suspended' },
}

/** The state after the event, or null when the event changes nothing. Source: the transitions of the consent state machine. */
export function step(state: ConsentState, event: ConsentEventType): Exclude<ConsentState, 'none'> | null {
  return STEPS[event][state] ?? null
}

/** Time that a question may be answered (default T1, at most seven days). */
export const QUESTION_HOURS = 72

/** A person may start this many opt-ins in 24 hours; more are left unanswered, so nobody can be flooded through us. */
export const OPT_INS_PER_DAY = 3
