import { DAY } from './clock.ts'
import { digitsOf } from './ids.ts'
import { type BusinessNumber, LIMITS } from './numbers.ts'
import { notice } from './payloads.ts'
import type { World } from './world.ts'

export type Wish = {
  [K in 'quality' | 'limit' | 'throughput' | 'status']?: BusinessNumber[K] | undefined
}

type Send = (field: string, value: Record<string, unknown>) => void

/** A number as the control API shows it, with how many people its account reached in the last 24 h. */
export const presentNumber = (world: World, number: BusinessNumber): Record<string, unknown> => ({
  ...number,
  reached24h: world.reach.count(number.wabaId, world.clock.now()),
})

/** Changes a number's standing and tells it as Meta does; a new limit is that of the whole account (platform §4.7). */
export function changeStanding(world: World, number: BusinessNumber, wish: Wish): void {
  const before = { ...number }
  const siblings = world.numbers.of(number.wabaId)
  if (wish.limit) for (const sibling of siblings) sibling.limit = wish.limit
  number.quality = wish.quality ?? number.quality
  number.throughput = wish.throughput ?? number.throughput
  number.status = wish.status ?? number.status
  tell(world, before, number)
  for (const changed of wish.limit ? siblings : [number]) {
    world.events.emit('numbers', presentNumber(world, changed))
  }
}

function tell(world: World, before: BusinessNumber, number: BusinessNumber): void {
  const at = world.clock.now()
  const display_phone_number = digitsOf(number.displayPhoneNumber)
  const max_daily_conversations_per_business = number.limit
  const send: Send = (field, value) => world.webhooks(notice(number.wabaId, field, value, at))
  const quality = (event: string, more: Record<string, unknown> = {}): void =>
    send('phone_number_quality_update', {
      display_phone_number,
      event,
      current_limit: number.limit,
      max_daily_conversations_per_business,
      ...more,
    })

  if (before.quality !== number.quality) {
    if (number.quality === 'RED') quality('FLAGGED')
    else if (before.quality === 'RED') quality('UNFLAGGED')
  }
  if (before.limit !== number.limit) {
    const up = LIMITS.indexOf(number.limit) > LIMITS.indexOf(before.limit)
    quality(up ? 'UPGRADE' : 'DOWNGRADE', { old_limit: before.limit })
    send('business_capability_update', {
      max_daily_conversations_per_business,
      max_phone_numbers_per_business: 20,
    })
  }
  if (before.throughput !== number.throughput && number.throughput === 'HIGH') quality('THROUGHPUT_UPGRADE')
  if (before.status !== number.status) tellStatus(number, at, send, quality)
}

function tellStatus(number: BusinessNumber, at: number, send: Send, quality: (event: string) => void): void {
  if (number.status === 'FLAGGED') quality('FLAGGED')
  else if (number.status === 'RESTRICTED') {
    const expiration = Math.floor((at + DAY) / 1000)
    const restriction_info = [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }]
    send('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info })
  } else if (number.status === 'BANNED') {
    send('account_update', {
      event: 'DISABLED_UPDATE',
      ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: banDate(at) },
    })
  } else if (number.status === 'CONNECTED') {
    quality('UNFLAGGED')
    send('account_review_update', { decision: 'APPROVED' })
  }
}

/** A day as Meta writes it in `waba_ban_date`: "November 22, 2026". */
export const banDate = (at: number): string =>
  new Date(at).toLocaleDateString('en-US', {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  })
