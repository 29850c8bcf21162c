import { HOUR } from '../platform/clock.ts'
import { BreachForm, type FormPart, missingParts, type StoredEntry } from './breach-entries.ts'

export interface BreachState {
  /** Last moment for the notification of Art. 33(1). */
  deadline: Date
  /** Milliseconds until then; negative when it is past. */
  remaining: number
  form: BreachForm
  missing: FormPart[]
  authority: 'open' | 'notified' | 'no_risk'
  people: 'open' | 'told' | 'not_needed'
  /** The notification came, or would come, after the deadline. */
  late: boolean
  closed: boolean
}

type Entry = StoredEntry & { writtenAt: Date }

interface Clock {
  knownAt: Date
  deadlineHours: number
}

/** Last moment for the notification of Art. 33(1). */
export function deadlineOf({ knownAt, deadlineHours }: Clock): Date {
  return new Date(knownAt.getTime() + deadlineHours * HOUR)
}

/** Where a breach stands, from its entries in order. The clock runs from the moment somebody knew (C-55, Art. 33(1)). */
export function breachState(breach: Clock, entries: readonly Entry[], now: Date): BreachState {
  const deadline = deadlineOf(breach)
  const last = <K extends Entry['kind']>(kind: K) =>
    entries.findLast((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind)
  const form = last('form')?.form ?? BreachForm.parse({})
  const authority = last('authority')
  const notifiedAt = authority?.decision === 'notified' ? new Date(authority.at ?? authority.writtenAt) : null
  return {
    deadline,
    remaining: deadline.getTime() - now.getTime(),
    form,
    missing: missingParts(form),
    authority: authority?.decision ?? 'open',
    people: last('people')?.decision ?? 'open',
    late: authority?.decision === 'no_risk' ? false : (notifiedAt ?? now) > deadline,
    closed: last('closed') !== undefined,
  }
}

/** Hours before the deadline on which members are reminded: of 72 these are 48 and 66 after somebody knew. 0: it is over. */
const BREACH_REMINDERS = [24, 6, 0] as const

/** The reminder that is due, only the last one where several were missed; null while there is time (C-55). */
export function breachReminder(breach: Clock, now: Date): (typeof BREACH_REMINDERS)[number] | null {
  const left = deadlineOf(breach).getTime() - now.getTime()
  // A deadline shorter than that has no such reminder: it would come in the moment the breach is opened.
  return BREACH_REMINDERS.findLast((hours) => hours < breach.deadlineHours && left <= hours * HOUR) ?? null
}

/** Why an entry cannot be made as things stand; null: it can. */
export function refusal(
  state: BreachState,
  entry: { kind: StoredEntry['kind']; decision?: string; at?: string | null; delay?: string | null },
  now: Date,
):
  | 'breach_closed'
  | 'delay_reason_missing'
  | 'in_the_future'
  | 'decisions_missing'
  | 'form_incomplete'
  | null {
  if (state.closed && entry.kind !== 'note') return 'breach_closed'
  const at = entry.at ? new Date(entry.at) : now
  if (at > now) return 'in_the_future'
  if (
    entry.kind === 'authority' &&
    entry.decision === 'notified' &&
    at > state.deadline &&
    !entry.delay?.trim()
  )
    return 'delay_reason_missing'
  if (entry.kind !== 'closed') return null
  if (state.authority === 'open' || state.people === 'open') return 'decisions_missing'
  return state.missing.length > 0 ? 'form_incomplete' : null
}
