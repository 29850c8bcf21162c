import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSlice, splitWebhook } from './index.ts'

const read = (field: string, value: object) => {
  const body = { entry: [{ id: '1022', time: 1790000000, changes: [{ field, value }] }] }
  const [slice] = splitWebhook(JSON.stringify(body)).slices
  return slice && readSlice(slice)
}
const NAME = { message_template_id: 77, message_template_name: 'sommer', message_template_language: 'de' }
const NUMBER = { display_phone_number: '+49 30 123456' }

describe('what each field of templates, numbers and accounts becomes', () => {
  it.each<[string, string, object, object]>([
    [
      'approved',
      'message_template_status_update',
      { ...NAME, event: 'APPROVED', reason: null, message_template_category: 'MARKETING' },
      { what: 'state', event: 'APPROVED', reason: null, category: 'MARKETING', detail: null },
    ],
    [
      'rejected, with reason and advice',
      'message_template_status_update',
      {
        ...NAME,
        event: 'REJECTED',
        reason: 'INVALID_FORMAT',
        rejection_info: { reason: 'Two values touch.', recommendation: 'Put a word between.' },
      },
      { event: 'REJECTED', reason: 'INVALID_FORMAT', detail: 'Two values touch. Put a word between.' },
    ],
    [
      'paused, and which pause it is',
      'message_template_status_update',
      { ...NAME, event: 'PAUSED', other_info: { title: 'SECOND_PAUSE', description: 'For six hours.' } },
      { event: 'PAUSED', info: 'SECOND_PAUSE', detail: 'For six hours.' },
    ],
    [
      'disabled, and when',
      'message_template_status_update',
      { ...NAME, event: 'DISABLED', disable_info: { disable_date: 1790000000 } },
      { event: 'DISABLED', disableDate: '1790000000' },
    ],
    [
      'quality',
      'message_template_quality_update',
      { ...NAME, previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' },
      { what: 'quality', before: 'GREEN', after: 'YELLOW' },
    ],
    [
      'quality, under the wrong name as in an example of Meta',
      'message_template_status_update',
      { ...NAME, previous_quality_score: 'GREEN', new_quality_score: 'RED' },
      { what: 'quality', after: 'RED' },
    ],
    [
      'components',
      'message_template_components_update',
      { ...NAME, message_template_element: 'Neu', message_template_buttons: [] },
      { what: 'components' },
    ],
    [
      'category, announced a day before',
      'template_category_update',
      {
        ...NAME,
        new_category: 'UTILITY',
        correct_category: 'MARKETING',
        category_update_timestamp: 1790086400,
      },
      { what: 'category', after: 'MARKETING', announced: true, at: new Date(1790086400_000) },
    ],
    [
      'category, changed',
      'template_category_update',
      { ...NAME, previous_category: 'UTILITY', new_category: 'MARKETING' },
      { what: 'category', after: 'MARKETING', announced: false, at: null },
    ],
    [
      'throughput',
      'phone_number_quality_update',
      { ...NUMBER, event: 'THROUGHPUT_UPGRADE', max_daily_conversations_per_business: 'TIER_100K' },
      { what: 'quality', event: 'THROUGHPUT_UPGRADE', limit: 'TIER_100K' },
    ],
    [
      'quality of a number, in its old shape',
      'phone_number_quality_update',
      { ...NUMBER, event: 'FLAGGED', old_limit: 'TIER_10K', current_limit: 'TIER_1K' },
      { what: 'quality', event: 'FLAGGED', limit: 'TIER_1K' },
    ],
    [
      'name of a number',
      'phone_number_name_update',
      { ...NUMBER, decision: 'APPROVED', requested_verified_name: 'Blatt & Werk', rejection_reason: null },
      { what: 'name', decision: 'APPROVED', name: 'Blatt & Werk' },
    ],
    [
      'limit as a number',
      'business_capability_update',
      { max_daily_conversations_per_business: 2000, max_phone_numbers_per_business: 2 },
      { what: 'limit', limit: 2000 },
    ],
    [
      'limit as a word',
      'business_capability_update',
      { max_daily_conversations_per_business: 'TIER_10K' },
      { what: 'limit', limit: 'TIER_10K' },
    ],
    ['review', 'account_review_update', { decision: 'PENDING' }, { what: 'review', decision: 'PENDING' }],
    [
      'alert',
      'account_alerts',
      {
        entity_type: 'BUSINESS',
        entity_id: 9,
        alert_info: {
          alert_severity: 'CRITICAL',
          alert_status: 'NONE',
          alert_type: 'PROFILE_PICTURE_LOST',
          alert_description: 'It is gone.',
        },
      },
      {
        what: 'alert',
        severity: 'CRITICAL',
        type: 'PROFILE_PICTURE_LOST',
        active: false,
        description: 'It is gone.',
      },
    ],
    [
      'security',
      'security',
      { ...NUMBER, event: 'PIN_CHANGED', requester: 12 },
      { what: 'security', event: 'PIN_CHANGED' },
    ],
    [
      'a fault of Meta’s own',
      'messages',
      {
        metadata: NUMBER,
        errors: [{ code: 130429, title: 'Rate limit hit', error_data: { details: 'slow' } }],
      },
      { what: 'error', code: 130429, title: 'Rate limit hit', detail: 'slow' },
    ],
  ])('%s (%s)', (_what, field, value, change) => {
    expect(read(field, value)).toMatchObject({ change })
  })

  const nothing = { restrictions: [], banState: null, violation: null }
  it.each<[string, object, object]>([
    ['ACCOUNT_DELETED', {}, nothing],
    [
      'ACCOUNT_RESTRICTION',
      {
        restriction_info: [
          { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1790259200 },
          { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
        ],
      },
      {
        restrictions: [
          { kind: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: new Date(1790259200_000) },
          { kind: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', until: null },
        ],
      },
    ],
    ['ACCOUNT_VIOLATION', { violation_info: { violation_type: 'TOBACCO' } }, { violation: 'TOBACCO' }],
    [
      'DISABLED_UPDATE',
      { ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'April 17, 2025' } },
      { banState: 'SCHEDULE_FOR_DISABLE', banDate: 'April 17, 2025' },
    ],
    [
      'VOLUME_BASED_PRICING_TIER_UPDATE',
      {
        volume_tier_info: {
          tier_update_time: 1790000000,
          pricing_category: 'UTILITY',
          tier: '25000001:50000000',
          effective_month: '2026-11',
          region: 'Germany',
        },
      },
      {
        volumeTier: { category: 'UTILITY', tier: '25000001:50000000', month: '2026-11', region: 'Germany' },
      },
    ],
    ['AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', { auth_international_rate_eligibility: {} }, nothing],
    ['BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', { country: 'DE' }, { country: 'DE' }],
    ['PARTNER_ADDED', { waba_info: { waba_id: 1, owner_business_id: 2 } }, nothing],
    [
      'PARTNER_REMOVED',
      { waba_info: {}, disconnection_info: { reason: 'REMOVED', initiated_by: 'USER' } },
      { disconnected: { reason: 'REMOVED', by: 'USER' } },
    ],
    ['PARTNER_APP_INSTALLED', { waba_info: {} }, nothing],
    ['PARTNER_APP_UNINSTALLED', { waba_info: {} }, nothing],
    ['PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', {}, nothing],
    ['ACCOUNT_OFFBOARDED', {}, nothing],
    ['ACCOUNT_RECONNECTED', {}, nothing],
    ['MM_LITE_TERMS_SIGNED', { waba_info: {} }, nothing],
    ['AD_ACCOUNT_LINKED', { waba_info: {} }, nothing],
    ['VERIFIED_ACCOUNT', {}, nothing],
  ])('account_update: %s', (event, value, change) => {
    expect(read('account_update', { event, ...value })).toMatchObject({
      kind: 'channel',
      wabaId: '1022',
      displayPhoneNumber: null,
      change: { what: 'account', event, ...change },
    })
  })

  it.each<[string, object, string | null]>([
    ['flows', { event: 'ENDPOINT_LATENCY', flow_id: '1' }, 'ENDPOINT_LATENCY'],
    ['business_username_update', { username: 'blatt', status: 'approved' }, 'approved'],
    ['payment_configuration_update', {}, null],
    ['group_lifecycle_update', { groups: [] }, null],
    ['calls', { calls: [{ id: 'c', event: 'connect' }] }, null],
    ['standby', {}, null],
    ['something_of_next_year', { a: [1] }, null],
    ['toString', { event: 7 }, null],
  ])('%s: on which nothing depends', (field, value, event) => {
    expect(read(field, value)).toEqual({ kind: 'other', field, event })
  })
})

describe('bodies as Meta’s pages and recordings have them', () => {
  it('finds field and value one level too high, and the field one too low', () => {
    const value = { event: 'PARTNER_ADDED', waba_info: {} }
    const fieldsOf = (entry: object) =>
      splitWebhook(JSON.stringify({ entry: [{ id: 1022, ...entry }] })).slices.map(
        ({ field, wabaId, item }) => ({ field, wabaId, item }),
      )
    expect(fieldsOf({ field: 'account_update', value })).toEqual([
      { field: 'account_update', wabaId: '1022', item: value },
    ])
    expect(fieldsOf({ changes: [{ value: { field: 'account_update', ...value } }] })).toMatchObject([
      { field: 'account_update' },
    ])
  })

  it('keeps every digit of every id, wherever it stands, and leaves amounts alone', () => {
    const body = `{"entry":[{"id":98765432109876543210,"changes":[{"field":"messages","value":{
      "metadata":{"phone_number_id":12345678901234567890},"statuses":[],"x":[9007199254740993, 1.5e300, 7]}}]}]}`
    const [slice] = splitWebhook(body).slices
    expect(slice).toMatchObject({ wabaId: '98765432109876543210', phoneNumberId: '12345678901234567890' })
    expect(slice?.item).toMatchObject({ x: ['9007199254740993', 1.5e300, 7] })
  })
})

/** Meta's list of what an app can subscribe to, with the two that are only seen in recordings. */
const FIELDS = [
  'account_alerts',
  'account_review_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_username_update',
  'calls',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messages',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'standby',
  'template_category_update',
  'tracking_events',
  'user_id_update',
  'user_preferences',
]

it.each(FIELDS)('%s: the README says what becomes of it', (field) => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const named = field.startsWith('group_') ? 'group_…' : field
  expect(readme.split('\n').some((line) => line.startsWith('|') && line.includes(`\`${named}\``))).toBe(true)
})
