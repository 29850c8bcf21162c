import { z } from 'zod'
import type { ChannelUpdate } from './updates.ts'
import { idText, maybe, seconds, text } from './webhook-fields.ts'

const Restriction = z.looseObject({ restriction_type: text, expiration: seconds.optional().catch(undefined) })

/** In a list or by itself; what cannot be read stands in nobody's way. */
const restrictions = z
  .unknown()
  .optional()
  .transform((value) =>
    [value].flat().flatMap((each) => {
      const { data } = Restriction.safeParse(each)
      return data ? [data] : []
    }),
  )
/** On an older page of Meta's the state of a ban is a list of one. */
const state = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), maybe)

const Account = z.looseObject({
  event: maybe,
  restriction_info: restrictions,
  ban_info: z.looseObject({ waba_ban_state: state, waba_ban_date: maybe }).nullish().catch(null),
  violation_info: z.looseObject({ violation_type: maybe }).nullish().catch(null),
  country: maybe,
  volume_tier_info: z
    .looseObject({ pricing_category: text, tier: text, effective_month: text.catch(''), region: text })
    .nullish()
    .catch(null),
  disconnection_info: z.looseObject({ reason: maybe, initiated_by: idText }).nullish().catch(null),
})

/** One event of an account; what belongs to other events is null. Source: Meta, account_update. @throws ZodError */
export function readAccount(item: unknown): Extract<ChannelUpdate['change'], { what: 'account' }> {
  const value = Account.parse(item)
  const { restriction_info: restrictions, volume_tier_info: tier, disconnection_info: gone } = value
  return {
    what: 'account',
    event: text.parse(value.event ?? eventOf(value)),
    restrictions: restrictions.map(({ restriction_type, expiration }) => ({
      kind: restriction_type,
      until: expiration ?? null,
    })),
    banState: value.ban_info?.waba_ban_state ?? null,
    banDate: value.ban_info?.waba_ban_date ?? null,
    violation: value.violation_info?.violation_type ?? null,
    country: value.country,
    volumeTier: tier
      ? { category: tier.pricing_category, tier: tier.tier, month: tier.effective_month, region: tier.region }
      : null,
    disconnected: gone ? { reason: gone.reason, by: gone.initiated_by } : null,
  }
}

/** What stops a business must not be lost for want of its name: its own part tells. */
function eventOf(value: z.infer<typeof Account>): string | undefined {
  if (value.ban_info) return 'DISABLED_UPDATE'
  if (value.restriction_info.length > 0) return 'ACCOUNT_RESTRICTION'
  return value.violation_info ? 'ACCOUNT_VIOLATION' : undefined
}
