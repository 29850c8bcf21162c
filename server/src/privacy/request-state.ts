/** What a person may ask for (Art. 15 to 21 GDPR). */
export const REQUEST_KINDS = [
  'access',
  'portability',
  'rectification',
  'restriction',
  'objection',
  'erasure',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_STATES = ['received', 'open', 'done', 'refused', 'cancelled'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** How a request reached us; `replay` is an erasure repeated after a backup was restored. */
export const REQUEST_WAYS = ['chat', 'page', 'staff', 'api', 'replay'] as const
export type RequestVia = (typeof REQUEST_WAYS)[number]

export const REQUEST_EVENTS = ['checked', 'carried_out', 'refused', 'cancelled'] as const
export type RequestEvent = (typeof REQUEST_EVENTS)[number]

/** Every step a request can take; what is not here leads nowhere. Nothing is carried out before it is known who asks. */
const STEPS: Record<RequestState, Partial<Record<RequestEvent, RequestState>>> = {
  received: { checked: 'open', refused: 'refused', cancelled: 'cancelled' },
  open: { carried_out: 'done', refused: 'refused', cancelled: 'cancelled' },
  done: {},
  refused: {},
  cancelled: {},
}

/** @returns the state after the event; null when it leads nowhere from this one */
export function stepRequest(state: RequestState, event: RequestEvent): RequestState | null {
  return STEPS[state][event] ?? null
}

/** Whether somebody still waits for an answer. */
export const isWaiting = (state: RequestState): boolean => state === 'received' || state === 'open'
