import type { DB } from '../platform/db/index.ts'

/** `none` is the absence of a row; what an import claims about somebody is `none` too, until they say it themselves (C-19). */
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
  | 'merge_undone'
  | 'ask_again'
  | 'material_change'
  | 'defect_found'
  | 'erasure'

/**
 * Every allowed step of a consent, for one person, channel and topic; what is not here does not happen.
 * A second YES, a replayed webhook or a YES after STOP finds no entry and changes nothing.
 *
 * Two more things decide beside it and are moved by nothing here: whether the address is suppressed (set by a withdrawal of
 * everything, lifted by a newer YES alone) and WhatsApp's own switch for marketing. A hold lies over all of them and changes
 * none: an unclear stop, a doubt about age or person, a member's doubt. The gate wants all of them to agree (§3 of the rules).
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
  no: {
    requested: 'refused',
    pending: 'refused',
    confirmed: 'withdrawn',
    suspended: 'withdrawn',
    superseded: 'withdrawn',
  },
  withdrawal: {
    requested: 'withdrawn',
    pending: 'withdrawn',
    confirmed: 'withdrawn',
    suspended: 'withdrawn',
    superseded: 'withdrawn',
  },
  timeout: { pending: 'expired' },
  // Of no use to anybody for two years (C-45).
  lapse: { confirmed: 'expired' },
  // A new number may be a new person: nothing goes there before they said yes again.
  identity_change: { requested: 'expired', pending: 'expired', confirmed: 'suspended' },
  // Nobody there for weeks: the number may soon belong to somebody else (C-66).
  unreachable: { confirmed: 'suspended' },
  // What a member's merge had brought here from another record goes again; what the person has said since stays.
  merge_undone: { suspended: 'expired', requested: 'expired', pending: 'expired' },
  // We ask of ourselves only whose yes rests, and only when they have just written to us.
  ask_again: { suspended: 'requested', superseded: 'requested' },
  // The text now says more than what they said yes to (C-17). Who is being asked sees the old text: that question is over.
  material_change: {
    requested: 'expired',
    pending: 'expired',
    confirmed: 'superseded',
    suspended: 'superseded',
  },
  // The text did not inform as it must: nobody can have agreed by it. Who said no or left has said so all the same.
  defect_found: {
    requested: 'invalidated',
    pending: 'invalidated',
    confirmed: 'invalidated',
    suspended: 'invalidated',
    superseded: 'invalidated',
    expired: 'invalidated',
  },
  // The last state of every consent; whoever comes back is somebody new to us.
  erasure: {
    requested: 'erased',
    pending: 'erased',
    confirmed: 'erased',
    refused: 'erased',
    withdrawn: 'erased',
    expired: 'erased',
    suspended: 'erased',
    superseded: 'erased',
    invalidated: 'erased',
  },
}

/** The state after the event, or null when the event changes nothing. Source: the transitions of the consent state machine. */
export function step(state: ConsentState, event: ConsentEventType): Exclude<ConsentState, 'none'> | null {
  return STEPS[event][state] ?? null
}

/** The states that an event changes, for statements about many people. */
export function statesChangedBy(event: ConsentEventType): Exclude<ConsentState, 'none'>[] {
  return Object.keys(STEPS[event]).filter((state) => state !== 'none') as Exclude<ConsentState, 'none'>[]
}

/** A person may start this many opt-ins in 24 hours; more are left unanswered, so nobody can be flooded through us. */
export const OPT_INS_PER_DAY = 3

/** After a NO we do not ask of ourselves for so many months; the person may always ask (default [D], Art. 88a of a proposal). */
export const SILENT_AFTER_NO_MONTHS = 6
