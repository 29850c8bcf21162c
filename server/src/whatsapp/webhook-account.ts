import { z } from 'zod'
import type { ChannelUpdate } from './updates.ts'
import { idText, maybe, seconds, text } from './webhook-fields.ts'

const Account = z.looseObject({
  event: text,
  restriction_info: z
    .array(z.looseObject({ restriction_type: text, expiration: seconds.optional().catch(undefined) }))
    .optional()
    .catch(undefined),
  ban_info: z.looseObject({ waba_ban_state: maybe, waba_ban_date: maybe }).nullish().catch(null),
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
  const { restriction_info: restrictions = [], volume_tier_info: tier, disconnection_info: gone } = value
  return {
    what: 'account',
    event: value.event,
    restrictions: restrictions.map(({ restriction_type }) => restriction_type),
    restrictionEnds: Object.fromEntries(
      restrictions.flatMap(({ restriction_type, expiration }) =>
        expiration ? [[restriction_type, expiration]] : [],
      ),
    ),
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
