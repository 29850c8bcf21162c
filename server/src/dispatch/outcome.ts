import { actionFor, type ErrorAction } from '../whatsapp/index.ts'

/** Every state of a message. `queued`, `sending`, `held` and `unknown` are open: something has still to come. */
export type MessageState =
  | 'queued'
  | 'sending'
  | 'accepted'
  | 'held'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'withheld'
  | 'failed'
  | 'unknown'

/** What decides about a message's next step. */
export interface Course {
  state: MessageState
  reason: string | null
  /** Requests so far, the one under way included. */
  attempts: number
  /** Of these, how many were refused because of the message or its person; waiting for a channel does not count. */
  tries: number
  /** Meta's id (its digest) of the present attempt, once known. */
  wamid: string | null
}

export type MessageEvent =
  /** The gate's verdict at the moment of sending. */
  | { what: 'claim'; verdict: 'send' | 'later' | 'withhold'; reason?: string }
  /** Meta took it; `held` waits for Meta's judgement of the template's quality. */
  | { what: 'accepted'; attempt: number; wamid: string; held: boolean }
  | { what: 'refused'; attempt: number; code: number; status?: number }
  /** The answer was lost. */
  | { what: 'lost'; attempt: number }
  /** Was claimed but not started. */
  | { what: 'released'; attempt: number }
  /**
   * Statuses; `attempt` null when it is not known. `barred`: why it may not go again even if the table allows it; `old`: it was
   * accepted so long ago that it does not come back by itself.
   */
  | {
      what: 'status'
      attempt: number | null
      wamid: string
      rank: 0 | 3 | 4 | 5
      failed: number | null
      barred: string | null
      old?: boolean
    }
  | { what: 'withdrawn'; reason: string }
  /** Another dispatcher took the channel over. */
  | { what: 'takeover' }
  | { what: 'cancelled' }
  /** Ten minutes without any news, of a message that may be repeated. */
  | { what: 'repeat' }
  /** A day without any news. */
  | { what: 'doubt_over' }
  /** Three days without a word about what Meta holds back. */
  | { what: 'hold_over' }

export type Decision =
  /** Back into the queue. `counts`: it was the message's own failure. */
  { message: 'again'; afterSeconds: number; counts: boolean } | { message: 'failed' }

/** How long a message waits whose template, number or account is stopped; somebody has to act first. */
const STOPPED_SECONDS = 60
const STOPPED_LONGEST_SECONDS = 300
/** What a message's counter holds: months of waiting. */
const MOST_ATTEMPTS = 30_000
const LONGEST_SECONDS = 3_600

/**
 * What becomes of a message that Meta refused (with the answer) or did not deliver (by a later `failed` status): the same
 * for both. Waiting for a template, a number, an account or the way to Meta uses no tries up. What Meta held back and then
 * dropped stays dropped: it judged the template on these very messages. A single message whose template does not work is over;
 * a campaign's waits in its pause for whoever mends it.
 * @param retryAfter seconds that Meta asks for
 */
export function decide(
  action: ErrorAction,
  course: Pick<Course, 'attempts' | 'tries'> & { state?: MessageState; campaignId?: string | null },
  retryAfter = 0,
): Decision {
  if (action.do === 'fail' || course.attempts >= MOST_ATTEMPTS) return { message: 'failed' }
  const waits = Math.min(Math.max(0, course.attempts - 1), 6)
  if (action.do !== 'retry') {
    const single = course.campaignId === null
    const wrong = action.do === 'stop_template' && action.final === true
    if (course.state === 'held' || (single && wrong)) return { message: 'failed' }
    const afterSeconds = Math.min(STOPPED_SECONDS * 2 ** waits, STOPPED_LONGEST_SECONDS)
    return { message: 'again', afterSeconds, counts: false }
  }
  const counts = 'max' in action
  if (counts && course.tries >= action.max) return { message: 'failed' }
  const before = counts ? course.tries : waits
  const longest = Math.max(action.afterSeconds, counts ? LONGEST_SECONDS : LONGEST_SECONDS / 4)
  const grown = Math.min(action.afterSeconds * action.factor ** before, longest)
  return { message: 'again', afterSeconds: Math.max(retryAfter, grown), counts }
}

export interface Consequences {
  stop: { scope: 'template' | 'channel' | 'waba'; marketingOnly: boolean; restHours: number } | null
  person: 'withdraw' | 'unreachable' | null
  blockCountry: boolean
}

/** What an error means beyond its message, whichever way it came. */
export function consequencesOf(action: ErrorAction): Consequences {
  const none: Consequences = { stop: null, person: null, blockCountry: false }
  switch (action.do) {
    case 'retry':
      return none
    case 'fail':
      return {
        ...none,
        person: {
          nothing: null,
          unreachable: 'unreachable' as const,
          stopped_marketing: 'withdraw' as const,
        }[action.person],
        blockCountry: action.country === 'blocked',
      }
    case 'stop_template':
      return { ...none, stop: { scope: 'template', marketingOnly: false, restHours: 0 } }
    case 'stop_channel': {
      const { marketingOnly, restHours = 0 } = action
      return { ...none, stop: { scope: 'channel', marketingOnly, restHours } }
    }
    case 'stop_waba':
      return { ...none, stop: { scope: 'waba', marketingOnly: action.marketingOnly, restHours: 0 } }
  }
}

const RANK: Partial<Record<MessageState, number>> = { sent: 3, delivered: 4, read: 5 }

/**
 * The state machine of a message: every step there is. What does not fit (an answer of an earlier attempt, a status of
 * another message id) changes nothing. The SQL of claiming, settling, withdrawing, taking over and of statuses is held to it by the
 * random orders of `random-order.db.test.ts` and `settle-statuses.db.test.ts`.
 */
export function step(course: Course, event: MessageEvent): Course {
  const { state } = course
  switch (event.what) {
    case 'claim':
      return afterClaim(course, event)
    case 'withdrawn':
      if (state === 'queued') return { ...course, state: 'withheld', reason: event.reason }
      if (state === 'sending') return { ...course, state: 'unknown', reason: event.reason }
      return state === 'unknown' ? { ...course, reason: course.reason ?? event.reason } : course
    case 'cancelled':
      return state === 'queued' ? { ...course, state: 'withheld', reason: 'campaign_cancelled' } : course
    case 'takeover':
      return state === 'sending' ? { ...course, state: 'unknown' } : course
    case 'repeat':
    case 'doubt_over':
    case 'hold_over':
      return afterSilence(course, event.what)
    case 'status':
      return (event.attempt ?? 0) > course.attempts
        ? afterForgotten(course, event)
        : afterStatus(course, event)
    default:
      return afterAnswer(course, event)
  }
}

function afterClaim(course: Course, event: Extract<MessageEvent, { what: 'claim' }>): Course {
  if (course.state !== 'queued') return course
  if (event.verdict === 'send')
    return { ...course, state: 'sending', reason: null, attempts: course.attempts + 1, wamid: null }
  return { ...course, state: event.verdict === 'later' ? 'queued' : 'withheld', reason: event.reason ?? null }
}

/** Nobody has said anything for as long as the event says. */
function afterSilence(course: Course, what: 'repeat' | 'doubt_over' | 'hold_over'): Course {
  const { state, attempts, reason } = course
  if (what === 'hold_over')
    return state === 'held' ? { ...course, state: 'failed', reason: 'held_unresolved' } : course
  if (state !== 'unknown') return course
  if (what === 'doubt_over') return { ...course, state: 'failed', reason: reason ?? 'outcome_unknown' }
  return attempts === 1 && reason === null ? { ...course, state: 'queued' } : course
}

function afterAnswer(
  course: Course,
  event: Extract<MessageEvent, { what: 'accepted' | 'refused' | 'lost' | 'released' }>,
): Course {
  const { state } = course
  if (event.attempt !== course.attempts || state === 'queued' || state === 'withheld') return course
  const wamid = course.wamid ?? (event.what === 'accepted' ? event.wamid : null)
  // A status was faster: it knows more.
  if (state !== 'sending' && state !== 'unknown') return { ...course, wamid }
  switch (event.what) {
    case 'accepted':
      return { ...course, state: event.held ? 'held' : 'accepted', reason: null, wamid }
    case 'lost':
      return { ...course, state: 'unknown' }
    case 'released':
      // In doubt without a reason means taken over; whoever had it knows that it never started.
      return {
        ...back(course.reason === null ? { ...course, state: 'sending' } : course, 0),
        attempts: course.attempts - 1,
      }
    case 'refused': {
      const decision = decide(actionFor(event.code, event.status), course)
      if (decision.message === 'failed') return { ...course, state: 'failed' }
      return back(course, decision.counts ? 1 : 0)
    }
  }
}

/** What was withdrawn while it was under way is never queued again. */
function back(course: Course, tries: number): Course {
  const state = course.state === 'unknown' ? 'withheld' : 'queued'
  return { ...course, state, tries: course.tries + tries }
}

function afterStatus(course: Course, event: Extract<MessageEvent, { what: 'status' }>): Course {
  const { state } = course
  const current = course.wamid
    ? course.wamid === event.wamid
    : course.attempts > 0 && (event.attempt === null || event.attempt === course.attempts)
  if (!current) return course
  const rank = Math.max(RANK[state] ?? 0, event.rank)
  // Delivered after all beats everything that was believed before.
  if (rank >= 4) {
    return { ...course, state: rank === 4 ? 'delivered' : 'read', reason: null, wamid: event.wamid }
  }
  if (state === 'queued' || state === 'withheld') return course
  if (event.failed !== null) return afterFailure(course, event, event.failed)
  // Given up by us, not refused by Meta: any later word about it counts.
  if (state === 'failed' && course.wamid !== null && course.reason !== 'held_unresolved') return course
  if (rank < 3) return { ...course, wamid: event.wamid }
  const doubted = state === 'sending' || state === 'unknown' || state === 'failed'
  return { ...course, state: 'sent', reason: doubted ? null : course.reason, wamid: event.wamid }
}

/**
 * About a request that this database does not know: it was restored, and the request made after its backup. The message has
 * gone, or failed, and is not requested again.
 */
function afterForgotten(course: Course, event: Extract<MessageEvent, { what: 'status' }>): Course {
  const rank = Math.max(RANK[course.state] ?? 0, event.rank)
  if (course.state === 'withheld' && rank < 4) return course
  const sent = event.failed === null ? 'sent' : 'failed'
  const state = rank === 5 ? 'read' : rank === 4 ? 'delivered' : sent
  return {
    ...course,
    state,
    reason: null,
    attempts: event.attempt ?? course.attempts,
    wamid: event.wamid,
  }
}

/** A failure that was told after Meta had taken the message. */
function afterFailure(
  course: Course,
  { wamid, barred, old }: Extract<MessageEvent, { what: 'status' }>,
  code: number,
): Course {
  if (course.state === 'failed') return { ...course, wamid }
  const decision = decide(actionFor(code), course)
  if (decision.message === 'failed' || old) return { ...course, state: 'failed', wamid }
  if (barred) return { ...course, state: 'withheld', reason: barred, wamid }
  const tries = course.tries + (decision.counts ? 1 : 0)
  return { ...course, state: 'queued', reason: null, tries, wamid: null }
}

/** What a failure says about the audience, for the breakers: not there, or does not want it (or Meta does not for them). */
export function meaningOf(code: number): 'unreachable' | 'unwanted' | null {
  const { person } = consequencesOf(actionFor(code))
  if (person === 'unreachable') return 'unreachable'
  return person === 'withdraw' || code === ECOSYSTEM_LIMIT ? 'unwanted' : null
}

/** "Not delivered to maintain healthy ecosystem engagement." */
const ECOSYSTEM_LIMIT = 131_049
