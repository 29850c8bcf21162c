import { KINDS } from '../dispatch/kinds.ts'
import type { Facts } from './gate-stage.ts'

// The rules of the gate once more, in plain words of TypeScript and one person at a time: what the set-based SQL must say.

interface Circumstances {
  quietHours: boolean
  holdAfterMonths: number
  expireAfterMonths: number
  frozen: boolean
  /** The business is on trial, and has written to as many people as it may then. */
  trial?: boolean
  /** The caller counts people by itself. */
  limitKept: boolean
}

type Rule = [applies: (f: Facts, now: Circumstances) => boolean, code: string]

const marketing = (f: Facts) => f.category === 'marketing'
const initiated = (f: Facts) => f.category !== 'service'
const counts = (state: string) => state !== 'failed' && state !== 'withheld'
const earlierWithin = (f: Facts, hours: number) =>
  f.earlier.filter((m) => !m.test && m.hours < hours && counts(m.state)).length
const consentIs =
  (...states: Facts['consent'][]) =>
  (f: Facts) =>
    marketing(f) && states.includes(f.consent)

/** Days since the consent was last of use to anybody: the yes itself, marketing that arrived, a message of the person. */
function silentDays(f: Facts): number {
  const arrived = f.earlier
    .filter((m) => m.state === 'accepted' || m.state === 'delivered')
    .map((m) => m.hours / 24)
  return Math.min(f.saidYes, ...arrived, ...(f.wrote === null ? [] : [f.wrote / 24]))
}

/** At noon of 18 November 2026 (UTC 11:00): how many days ago the same day of an earlier month was. */
const DAYS_IN: Record<number, number> = { 6: 184, 12: 365, 24: 730 }
const silentFor = (f: Facts, months: number) => silentDays(f) >= (DAYS_IN[months] ?? Number.NaN)

/** At that hour Brazil sleeps, and the United States from Hawaii on; Germany and Poland are awake. */
const ASLEEP = ['BR', 'US']

/** The first that applies decides. */
const WITHHELD: Rule[] = [
  [(f) => f.erased, 'erased'],
  [(f) => f.restricted && !['receipt', 'reply', 'notice'].includes(f.kind), 'restricted'],
  [(f) => marketing(f) && f.suppression === 'active', 'suppressed'],
  [consentIs('none'), 'no_consent'],
  [consentIs('requested', 'pending'), 'consent_pending'],
  [consentIs('withdrawn'), 'consent_withdrawn'],
  [consentIs('refused'), 'consent_refused'],
  [consentIs('expired'), 'consent_expired'],
  [consentIs('suspended', 'superseded', 'invalidated', 'erased'), 'consent_inactive'],
  [(f, now) => marketing(f) && silentFor(f, now.expireAfterMonths), 'consent_lapsed'],
  [(f, now) => marketing(f) && silentFor(f, now.holdAfterMonths), 'consent_dormant'],
  [(f) => marketing(f) && f.meta === 'stop', 'meta_stop'],
  [(f) => marketing(f) && f.hold, 'on_hold'],
  [(f) => marketing(f) && f.paused, 'paused'],
  [(f) => marketing(f) && f.country === 'US', 'country_off'],
  [(f) => initiated(f) && f.country === 'PL', 'country_blocked'],
  [(f) => f.template === 'gone' && f.campaign === 'none', 'template_gone'],
  [(f) => !marketing(f) && !['none', 'utility'].includes(f.template), 'category_changed'],
  [
    (f) =>
      marketing(f) && f.kind !== 'test' && (earlierWithin(f, 7 * 24) >= 1 || earlierWithin(f, 30 * 24) >= 3),
    'frequency_cap',
  ],
  [(f) => KINDS[f.kind].freeForm && (f.wrote === null || f.wrote >= 24), 'window_closed'],
]
const LATER: Rule[] = [
  [(f) => marketing(f) && f.justWrote, 'just_wrote'],
  [
    (f) => f.template === 'paused' || (f.template === 'gone' && f.campaign !== 'none'),
    'template_not_approved',
  ],
  [(f) => marketing(f) && f.template === 'red' && f.campaign === 'none', 'template_quality'],
  [
    (f) => f.channel === 'disconnected' || (f.channel === 'restricted' && initiated(f)),
    'channel_unavailable',
  ],
  [(f) => marketing(f) && f.channel === 'waiting', 'not_live'],
  [(f) => marketing(f) && f.channel === 'resting', 'marketing_resting'],
  [(f, now) => initiated(f) && now.frozen, 'business_frozen'],
  [(f) => f.campaign === 'paused', 'campaign_not_running'],
  [
    (f) => f.campaign === 'broke' && initiated(f) && ['campaign', 'template', 'test'].includes(f.kind),
    'budget_reached',
  ],
  [(f, now) => !now.limitKept && initiated(f) && f.channel === 'full', 'limit_reached'],
  [(f, now) => !now.limitKept && marketing(f) && f.channel === 'new', 'warm_up'],
  [(f, now) => !now.limitKept && marketing(f) && now.trial === true, 'trial_cap'],
  [(f, now) => now.quietHours && marketing(f) && ASLEEP.includes(f.country ?? ''), 'quiet_hours'],
]

/** What the gate must answer. */
export function judge(f: Facts, now: Circumstances): { withheld: string | null; later: string | null } {
  const first = (rules: Rule[]) => rules.find(([applies]) => applies(f, now))?.[1] ?? null
  return { withheld: first(WITHHELD), later: first(LATER) }
}
