import type { Change, Target } from './webhook-target.ts'

/** What is about no person: templates, the number, the account. */
export function changesOfNobody(
  { templateId, displayPhoneNumber, phones, now }: Target,
  metadata: object,
): Change[] {
  const seconds = Math.floor(now.getTime() / 1000)
  const named = {
    message_template_id: Number(templateId),
    message_template_name: 'neues',
    message_template_language: 'de',
  }
  const number = { display_phone_number: displayPhoneNumber.replace(/\D/g, '') }
  return [
    [
      'message_template_status_update',
      { ...named, event: 'PAUSED', reason: 'NONE', other_info: { title: 'FIRST_PAUSE' } },
    ],
    [
      'message_template_status_update',
      { ...named, event: 'APPROVED', message_template_category: 'MARKETING' },
    ],
    [
      'message_template_status_update',
      { ...named, event: 'REJECTED', rejection_info: { reason: 'a', recommendation: 'b' } },
    ],
    [
      'message_template_status_update',
      { event: 'PAUSED', message_template_id: 2 ** 60, message_template_name: 'n' },
    ],
    [
      'message_template_quality_update',
      { ...named, previous_quality_score: 'GREEN', new_quality_score: 'RED' },
    ],
    ['template_category_update', { ...named, previous_category: 'UTILITY', new_category: 'MARKETING' }],
    [
      'template_category_update',
      {
        ...named,
        new_category: 'MARKETING',
        correct_category: 'UTILITY',
        category_update_timestamp: seconds,
      },
    ],
    ['message_template_components_update', { ...named, message_template_element: 'x' }],
    ['phone_number_quality_update', { ...number, event: 'FLAGGED', current_limit: 'TIER_1K' }],
    [
      'phone_number_quality_update',
      { ...number, event: 'UPGRADE', max_daily_conversations_per_business: 'TIER_UNLIMITED' },
    ],
    ['business_capability_update', { max_daily_conversations_per_business: 'TIER_2K' }],
    [
      'business_capability_update',
      { max_daily_conversation_per_phone: 10_000, max_phone_numbers_per_waba: 20 },
    ],
    ['phone_number_name_update', { ...number, decision: 'APPROVED', requested_verified_name: 'Blatt' }],
    ['account_review_update', { decision: 'APPROVED' }],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE', waba_ban_date: 'x' } },
    ],
    [
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [
          { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: seconds + 600 },
        ],
      },
    ],
    ['account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } }],
    [
      'account_update',
      {
        event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
        volume_tier_info: {
          pricing_category: 'UTILITY',
          tier: '100001:200000',
          effective_month: '2026-11',
          region: 'Germany',
        },
      },
    ],
    [
      'account_alerts',
      { alert_info: { alert_severity: 'CRITICAL', alert_status: 'ACTIVE', alert_type: 'OBA_APPROVED' } },
    ],
    ['security', { ...number, event: 'PIN_CHANGED' }],
    [
      'user_id_update',
      {
        metadata,
        user_id_update: [
          { wa_id: phones[0], user_id: { previous: 'DE.1', current: 'DE.2' }, timestamp: seconds },
        ],
      },
    ],
    ['smb_app_state_sync', { metadata, state_sync: [{ type: 'contact', contact: { phone_number: '49' } }] }],
    [
      'messages',
      { metadata, errors: [{ code: 130429, title: 'x', message: 'y', error_data: { details: 'z' } }] },
    ],
    ['flows', { event: 'FLOW_STATUS_CHANGE' }],
    ['something_of_next_year', { a: [1, { b: 'c' }] }],
  ]
}
