import { describe, expect, it } from 'vitest'
import { accessSteps } from './access.ts'
import { accountSteps } from './account.ts'
import { callbackStep, subscriptionStep } from './events.ts'
import { numberSteps, readNumber } from './number.ts'
import type { CheckStep } from './step.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const WABA = '102290129340398'
const NUMBER = '106540352242922'
const answer = <T>(value: T) => ({ ok: true as const, value })
const inDays = (days: number) => Math.floor(NOW.getTime() / 1000) + days * 86_400

const token = (data: object) =>
  accessSteps(
    answer({
      data: {
        is_valid: true,
        scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
        ...data,
      },
    }),
    WABA,
    NOW,
  ).steps
const number = (facts: object) => {
  const found = answer({
    id: NUMBER,
    display_phone_number: '+49 30 1',
    verified_name: 'Blatt',
    status: 'CONNECTED',
    name_status: 'APPROVED',
    ...facts,
  })
  return numberSteps(found, readNumber(found))
}
const account = (facts: object) =>
  accountSteps(
    answer({
      id: WABA,
      account_review_status: 'APPROVED',
      business_verification_status: 'verified',
      ...facts,
    }),
    answer([{ id: NUMBER }]),
    NUMBER,
  )
const subscribed = (...ids: string[]) => [
  subscriptionStep(answer(ids.map((id) => ({ whatsapp_business_api_data: { id } }))), '7'),
]
const scoped = (targets: string[]) => ({
  granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: targets }],
})
const health = (can_send_message: string, errors: object[] = []) => ({
  health_status: { can_send_message, entities: [{ entity_type: 'WABA', can_send_message, errors }] },
})
const URL_OURS = 'https://jawort.example/webhooks/whatsapp'

describe('what Meta says of a number', () => {
  it.each([
    [80, { throughput: { level: 'STANDARD' } }],
    [1000, { throughput: { level: 'HIGH' } }],
    [20, { throughput: { level: 'STANDARD' }, is_on_biz_app: true }],
  ])('how fast it may send: %i a second', (fast, facts) => {
    const step = number(facts).find((each) => each.key === 'limit')
    expect(step?.detail.en).toContain(`up to ${fast} messages a second`)
  })

  it.each<[string, CheckStep[], 'warn' | 'fail', string]>([
    ['a token that was revoked', token({ is_valid: false }), 'fail', 'token_invalid'],
    ['a permission less', token({ scopes: ['whatsapp_business_messaging'] }), 'fail', 'permission_missing'],
    ['another account', token(scoped(['999'])), 'fail', 'account_not_assigned'],
    ['a token that has ended', token({ expires_at: inDays(-1) }), 'fail', 'token_ended'],
    ['a token that ends this week', token({ expires_at: inDays(5) }), 'warn', 'token_ends_soon'],
    ['a token that ends some day', token({ expires_at: inDays(50) }), 'warn', 'token_ends'],
    [
      'a number that nobody confirmed',
      number({ code_verification_status: 'NOT_VERIFIED' }),
      'fail',
      'number_unconfirmed',
    ],
    ['a number not registered', number({ status: 'PENDING' }), 'fail', 'number_not_registered'],
    ['a flagged number', number({ status: 'FLAGGED' }), 'warn', 'number_flagged'],
    ['a banned number', number({ status: 'BANNED' }), 'fail', 'number_restricted'],
    ['no PIN', number({ is_pin_enabled: false }), 'warn', 'pin_missing'],
    ['a declined name', number({ name_status: 'DECLINED' }), 'fail', 'name_declined'],
    ['a name in review', number({ name_status: 'PENDING_REVIEW' }), 'warn', 'name_in_review'],
    ['no name', number({ verified_name: '' }), 'warn', 'name_missing'],
    ['a part of sending', number(health('LIMITED')), 'warn', 'sending_limited'],
    ['no sending', number(health('BLOCKED')), 'fail', 'sending_blocked'],
    [
      'no verification',
      account({ business_verification_status: 'not_verified' }),
      'warn',
      'business_unverified',
    ],
    [
      'a pending verification',
      account({ business_verification_status: 'pending' }),
      'warn',
      'business_pending',
    ],
    [
      'a refused verification',
      account({ business_verification_status: 'rejected' }),
      'fail',
      'business_refused',
    ],
    ['a rejected account', account({ account_review_status: 'REJECTED' }), 'fail', 'account_rejected'],
    ['a review', account({ account_review_status: 'PENDING' }), 'warn', 'account_in_review'],
    ['no app', subscribed(), 'fail', 'app_not_subscribed'],
    ['another app', subscribed('8'), 'fail', 'other_app_subscribed'],
    ['no address', [callbackStep(undefined, URL_OURS)], 'warn', 'callback_unknown'],
    [
      'another address',
      [callbackStep({ application: 'https://old.example/hook' }, URL_OURS)],
      'fail',
      'callback_elsewhere',
    ],
  ])('%s is named with its cure in both languages', (_name, steps, state, code) => {
    const found = steps.filter((step) => step.state === 'warn' || step.state === 'fail')
    expect(found.map((step) => [step.state, step.code])).toEqual([[state, code]])
    for (const { detail, cure } of found)
      for (const language of ['de', 'en'] as const) {
        expect(detail[language].length).toBeGreaterThan(10)
        expect(cure?.[language].length).toBeGreaterThan(20)
      }
  })

  it('that is in order is not complained about', () => {
    const address = callbackStep(
      { phone_number: URL_OURS, application: 'https://old.example/hook' },
      URL_OURS,
    )
    const all = [
      ...token(scoped([WABA])),
      ...number({ is_pin_enabled: true }),
      ...account({}),
      ...subscribed('8', '7'),
      address,
    ]
    expect(all.filter(({ state }) => state !== 'ok')).toEqual([])
  })

  it('gives Meta’s own advice where sending is blocked', () => {
    const error = {
      error_code: 141006,
      error_description: 'No payment method.',
      possible_solution: 'Add one.',
    }
    const step = number(health('BLOCKED', [error])).find(({ key }) => key === 'health')
    expect(step?.detail.en).toContain('No payment method. (141006)')
    expect(step?.cure?.en).toContain('Add one.')
  })
})
