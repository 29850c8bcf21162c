import { z } from 'zod'
import type { ChannelUpdate, TemplateUpdate, Update } from './updates.ts'
import { maybe, seconds, text } from './webhook-fields.ts'
import type { Slice } from './webhook-split.ts'

/** Reads an update about a template, a number or an account; fields we do not act on become `other`. */
export function readChange(slice: Slice): Update {
  const read = CHANGES[slice.field]
  return read ? read(slice) : { kind: 'other', field: slice.field }
}

const Template = z.looseObject({
  message_template_id: z.union([text, z.number()]).transform(String),
  message_template_name: text.catch(''),
  message_template_language: text.catch('').transform((value) => value.replace('-', '_')),
})

function template(slice: Slice, change: TemplateUpdate['change']): TemplateUpdate {
  const { message_template_id, message_template_name, message_template_language } = Template.parse(slice.item)
  return {
    kind: 'template',
    metaId: message_template_id,
    name: message_template_name,
    language: message_template_language,
    change,
  }
}

function channel(slice: Slice, change: ChannelUpdate['change']): ChannelUpdate {
  const { display_phone_number } = z.looseObject({ display_phone_number: maybe }).parse(slice.item)
  return {
    kind: 'channel',
    wabaId: slice.wabaId,
    displayPhoneNumber: display_phone_number?.replace(/\D/g, '') ?? null,
    change,
  }
}

const limit = z
  .union([z.number(), text])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)

const CHANGES: Record<string, (slice: Slice) => Update> = {
  message_template_status_update(slice) {
    const value = z
      .looseObject({
        event: text,
        reason: maybe,
        message_template_category: maybe,
        rejection_info: z.looseObject({ reason: maybe, recommendation: maybe }).nullish().catch(null),
        other_info: z.looseObject({ title: maybe, description: maybe }).nullish().catch(null),
      })
      .parse(slice.item)
    const detail = value.rejection_info?.reason ?? value.other_info?.title ?? null
    return template(slice, {
      what: 'state',
      event: value.event,
      reason: value.reason,
      category: value.message_template_category,
      detail,
    })
  },
  message_template_quality_update(slice) {
    const value = z.looseObject({ previous_quality_score: maybe, new_quality_score: text }).parse(slice.item)
    return template(slice, {
      what: 'quality',
      before: value.previous_quality_score,
      after: value.new_quality_score,
    })
  },
  template_category_update(slice) {
    const value = z
      .looseObject({
        new_category: text,
        correct_category: maybe,
        category_update_timestamp: seconds.optional().catch(undefined),
      })
      .parse(slice.item)
    // In the notice `new_category` is the one still in force and `correct_category` the one to come.
    return template(slice, {
      what: 'category',
      after: value.correct_category ?? value.new_category,
      announced: value.correct_category !== null,
      at: value.category_update_timestamp ?? null,
    })
  },
  message_template_components_update: (slice) => template(slice, { what: 'components' }),
  phone_number_quality_update(slice) {
    const value = z
      .looseObject({ event: text, current_limit: limit, max_daily_conversations_per_business: limit })
      .parse(slice.item)
    const tier = value.max_daily_conversations_per_business ?? value.current_limit
    return channel(slice, { what: 'quality', event: value.event, limit: tier === null ? null : String(tier) })
  },
  business_capability_update(slice) {
    const value = z
      .looseObject({ max_daily_conversations_per_business: limit, max_daily_conversation_per_phone: limit })
      .parse(slice.item)
    const tier = value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone
    return tier === null
      ? { kind: 'other', field: slice.field }
      : channel(slice, { what: 'limit', limit: tier })
  },
  phone_number_name_update(slice) {
    const value = z.looseObject({ decision: text, requested_verified_name: maybe }).parse(slice.item)
    return channel(slice, { what: 'name', decision: value.decision, name: value.requested_verified_name })
  },
  account_update(slice) {
    const value = z
      .looseObject({
        event: text,
        restriction_info: z
          .array(z.looseObject({ restriction_type: text, expiration: seconds.optional().catch(undefined) }))
          .optional()
          .catch(undefined),
        ban_info: z.looseObject({ waba_ban_state: maybe }).nullish().catch(null),
        violation_info: z.looseObject({ violation_type: maybe }).nullish().catch(null),
      })
      .parse(slice.item)
    return channel(slice, {
      what: 'account',
      event: value.event,
      restrictions: (value.restriction_info ?? []).map((restriction) => restriction.restriction_type),
      restrictionEnds: Object.fromEntries(
        (value.restriction_info ?? []).flatMap(({ restriction_type, expiration }) =>
          expiration ? [[restriction_type, expiration]] : [],
        ),
      ),
      banState: value.ban_info?.waba_ban_state ?? null,
      violation: value.violation_info?.violation_type ?? null,
    })
  },
  account_review_update(slice) {
    const value = z.looseObject({ decision: text }).parse(slice.item)
    return channel(slice, { what: 'review', decision: value.decision })
  },
  account_alerts(slice) {
    const value = z
      .looseObject({
        alert_info: z.looseObject({ alert_severity: text.catch('WARNING'), alert_type: text.catch('') }),
      })
      .parse(slice.item)
    return channel(slice, {
      what: 'alert',
      severity: value.alert_info.alert_severity,
      type: value.alert_info.alert_type,
    })
  },
  security(slice) {
    const value = z.looseObject({ event: text }).parse(slice.item)
    return channel(slice, { what: 'security', event: value.event })
  },
}

const TIERS: Record<string, number | null> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: null,
}

/** A messaging limit as people per 24 hours, null for unlimited; undefined for what we cannot read. */
export function readLimit(value: number | string): number | null | undefined {
  if (typeof value === 'number') return value < 0 ? null : value
  return value in TIERS ? TIERS[value] : undefined
}
