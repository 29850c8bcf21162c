import type { Sentence } from '../../platform/index.ts'
import type { GraphResult } from '../../whatsapp/index.ts'

/** What is looked at, in the order in which people read it: access, number, account, sender, events. */
export const CHECK_STEPS = [
  'token',
  'permissions',
  'token_end',
  'app_secret',
  'number',
  'registration',
  'pin',
  'name',
  'limit',
  'health',
  'waba',
  'verification',
  'review',
  'profile',
  'storage',
  'subscription',
  'callback',
  'webhook',
  'signature',
] as const
export type StepKey = (typeof CHECK_STEPS)[number]

/** `warn` works, but should not stay so; `open` cannot be told yet. */
export const STEP_STATES = ['ok', 'warn', 'fail', 'open'] as const

export interface CheckStep {
  key: StepKey
  state: (typeof STEP_STATES)[number]
  /** Stable, for programs: it names the one thing that was found. */
  code: string
  detail: Sentence
  /** What to do; every warning and failure has one. */
  cure: Sentence | null
}

export const say = (de: string, en: string): Sentence => ({ de, en })

export const good = (key: StepKey, code: string, detail: Sentence): CheckStep => ({
  key,
  state: 'ok',
  code,
  detail,
  cure: null,
})
export const open = (key: StepKey, code: string, detail: Sentence): CheckStep => ({
  key,
  state: 'open',
  code,
  detail,
  cure: null,
})
export const warn = (key: StepKey, code: string, detail: Sentence, cure: Sentence): CheckStep => ({
  key,
  state: 'warn',
  code,
  detail,
  cure,
})
export const fail = (key: StepKey, code: string, detail: Sentence, cure: Sentence): CheckStep => ({
  key,
  state: 'fail',
  code,
  detail,
  cure,
})

type Refused = Exclude<GraphResult<unknown>, { ok: true }>

/** Meta's code for a token that is not valid. Source: Meta, Graph API error codes. */
const TOKEN_INVALID = 190

/** Whether only the token is to blame; that is said once, where the token is looked at. */
export const isTokenRefused = (result: GraphResult<unknown>): boolean =>
  result.ok === false && result.error.code === TOKEN_INVALID

/** A request that Meta refused, or that did not get through; then the credentials are not to blame. */
export function refused(key: StepKey, code: string, result: Refused, cure: Sentence): CheckStep {
  if (result.ok === 'unknown' || result.error.status === 0) {
    return fail(
      key,
      'graph_unreachable',
      say('Die Graph-API ist nicht erreichbar.', 'The Graph API cannot be reached.'),
      say(
        'Prüfe GRAPH_BASE_URL und ob dieser Server ins Internet darf (Port 443 zu graph.facebook.com).',
        'Check GRAPH_BASE_URL and whether this server may reach the internet (port 443 to graph.facebook.com).',
      ),
    )
  }
  if (key !== 'token' && isTokenRefused(result)) return untold(key)
  const { title, code: theirs } = result.error
  return fail(key, code, say(`Meta sagt: ${title} (${theirs}).`, `Meta says: ${title} (${theirs}).`), cure)
}

/** Something before it failed, so there is nothing to ask about. */
export const untold = (key: StepKey): CheckStep =>
  open(
    key,
    'not_readable',
    say(
      'Erst prüfbar, wenn Zugriffsschlüssel, Nummer und Konto stimmen.',
      'Can be told once token, number and account are right.',
    ),
  )
