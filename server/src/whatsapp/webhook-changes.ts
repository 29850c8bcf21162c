import { z } from 'zod'
import type { ChannelUpdate, TemplateUpdate, Update } from './updates.ts'
import { readAccount } from './webhook-account.ts'
import { idText, maybe, seconds, text } from './webhook-fields.ts'
import type { Slice } from './webhook-split.ts'

/** Reads an update about a template, a number or an account; fields we do not act on become `other`. */
export function readChange(slice: Slice): Update {
  const field = fieldOf(slice)
  const read = Object.hasOwn(CHANGES, field) ? CHANGES[field] : undefined
  return read?.(slice) ?? other(slice)
}

const Named = z.looseObject({ event: maybe, status: maybe })

function other(slice: Slice): Update {
  const { data } = Named.safeParse(slice.item)
  return { kind: 'other', field: slice.field, event: data?.event ?? data?.status ?? null }
}

/** One of Meta's own examples of a quality update goes under the name of the status update: the value tells. */
function fieldOf({ field, item }: Slice): string {
  const shape = z.looseObject({ new_quality_score: text, message_template_id: z.unknown() }).safeParse(item)
  return shape.success ? 'message_template_quality_update' : field
}

const Template = z.looseObject({
  message_template_id: z.union([text, z.number()]).transform(String),
  message_template_name: text.catch(''),
  message_template_language: text.catch('').transform((value) => value.replaceAll('-', '_')),
})

function template(slice: Slice, change: TemplateUpdate['change']): TemplateUpdate {
  const { message_template_id, message_template_name, message_template_language } = Template.parse(slice.item)
  return {
    kind: 'template',
    metaId: message_template_id,
    name: message_template_name,
    language: message_template_language,
    at: slice.time === null ? null : new Date(slice.time * 1000),
    change,
  }
}

const Numbered = z.looseObject({
  display_phone_number: maybe,
  metadata: z.looseObject({ display_phone_number: maybe }).nullish().catch(null),
})

function channel(slice: Slice, change: ChannelUpdate['change']): ChannelUpdate {
  const { display_phone_number: own, metadata } = Numbered.parse(slice.item)
  const display_phone_number = own ?? metadata?.display_phone_number
  return {
    kind: 'channel',
    wabaId: slice.wabaId,
    displayPhoneNumber: display_phone_number?.replace(/\D/g, '') ?? null,
    change,
  }
}

const Faults = z.looseObject({
  errors: z.array(
    z.looseObject({
      code: z.int32(),
      title: text.catch(''),
      message: text.catch(''),
      error_data: z.looseObject({ details: text }).optional().catch(undefined),
    }),
  ),
})

const AlertInfo = z.looseObject({
  alert_severity: text.catch('WARNING'),
  alert_status: maybe,
  alert_type: text,
  alert_description: maybe,
})
/** Tests from Meta's own pages send its parts one level higher. */
const Alert = z.union([
  z.looseObject({ alert_info: AlertInfo }).transform(({ alert_info }) => alert_info),
  AlertInfo,
])

const limit = z
  .union([z.number(), text])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)

/** What each field tells; null for a value of it on which nothing depends. */
const CHANGES: Record<string, (slice: Slice) => Update | null> = {
  /** Neither a message nor a status: Meta tells of a fault of its own. */
  messages(slice) {
    const { data } = Faults.safeParse(slice.item)
    const [error] = data?.errors ?? []
    if (!error) return null
    const detail = error.error_data?.details ?? error.message
    return channel(slice, { what: 'error', code: error.code, title: error.title, detail })
  },
  smb_app_state_sync(slice) {
    const { entries } = z.looseObject({ entries: z.number().catch(0) }).parse(slice.item)
    return { kind: 'address_book', entries }
  },
  message_template_status_update(slice) {
    const value = z
      .looseObject({
        event: text,
        reason: maybe,
        message_template_category: maybe,
        rejection_info: z.looseObject({ reason: maybe, recommendation: maybe }).nullish().catch(null),
        other_info: z.looseObject({ title: maybe, description: maybe }).nullish().catch(null),
        disable_info: z.looseObject({ disable_date: idText }).nullish().catch(null),
      })
      .parse(slice.item)
    const { rejection_info: rejected, other_info: info } = value
    const words = rejected ? [rejected.reason, rejected.recommendation] : [info?.description ?? info?.title]
    const detail = words.filter((part) => part).join(' ') || null
    return template(slice, {
      what: 'state',
      event: value.event,
      reason: value.reason,
      category: value.message_template_category,
      detail,
      info: info?.title ?? null,
      disableDate: value.disable_info?.disable_date ?? null,
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
        new_category: maybe,
        correct_category: maybe,
        category_update_timestamp: seconds.optional().catch(undefined),
      })
      .parse(slice.item)
    const { new_category: named, correct_category: right } = value
    const after = right ?? named
    if (after === null) return null
    // In the notice `new_category` is the one still in force and `correct_category` the one to come.
    return template(slice, {
      what: 'category',
      after,
      announced: right !== null && right !== named,
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
    return tier === null ? null : channel(slice, { what: 'limit', limit: tier })
  },
  phone_number_name_update(slice) {
    const value = z
      .looseObject({ decision: text, requested_verified_name: maybe, rejection_reason: maybe })
      .parse(slice.item)
    const { decision, requested_verified_name: name, rejection_reason: reason } = value
    return channel(slice, { what: 'name', decision, name, reason })
  },
  account_update: (slice) => channel(slice, readAccount(slice.item)),
  account_review_update(slice) {
    const value = z.looseObject({ decision: text }).parse(slice.item)
    return channel(slice, { what: 'review', decision: value.decision })
  },
  account_alerts(slice) {
    const { alert_severity, alert_status, alert_type, alert_description } = Alert.parse(slice.item)
    return channel(slice, {
      what: 'alert',
      severity: alert_severity,
      type: alert_type,
      active: alert_status !== 'NONE',
      description: alert_description,
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

/** What the database can hold; Meta's largest limits are far below. */
const MOST_PEOPLE = 2 ** 31 - 1

/** A messaging limit as people per 24 hours, null for unlimited; undefined for what we cannot read. */
export function readLimit(value: number | string): number | null | undefined {
  if (typeof value === 'string' && Object.hasOwn(TIERS, value)) return TIERS[value]
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) return undefined
  const people = Number(value)
  if (people < 0) return null
  return Number.isInteger(people) && people <= MOST_PEOPLE ? people : undefined
}
