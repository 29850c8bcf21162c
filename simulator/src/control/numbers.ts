import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { DAY } from '../clock.ts'
import { digitsOf } from '../ids.ts'
import { type BusinessNumber, LEVELS, LIMITS, QUALITIES, STATUSES } from '../numbers.ts'
import { notice } from '../payloads.ts'
import { Refused } from '../people.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

const changeSchema = z.strictObject({
  quality: z.enum(QUALITIES).optional(),
  limit: z.enum(LIMITS).optional(),
  throughput: z.enum(LEVELS).optional(),
  status: z.enum(STATUSES).optional(),
})

/** `GET /sim/numbers`, `PATCH /sim/numbers/:id`: a number's standing, and Meta's notices when it changes. */
export function numberRoutes(app: FastifyInstance, world: World): void {
  const present = (number: BusinessNumber): Record<string, unknown> => ({
    ...number,
    reached24h: world.reach.count(number.wabaId, world.clock.now()),
  })

  app.get('/sim/numbers', async () => world.numbers.all().map(present))

  app.patch<{ Params: { id: string } }>('/sim/numbers/:id', async (request) => {
    const number = world.numbers.find(request.params.id)
    if (!number) throw new Refused(404, `There is no number ${request.params.id}.`)
    const wish = read(changeSchema, request.body)
    const before = { ...number }
    const siblings = world.numbers.of(number.wabaId)
    if (wish.limit) for (const sibling of siblings) sibling.limit = wish.limit
    number.quality = wish.quality ?? number.quality
    number.throughput = wish.throughput ?? number.throughput
    number.status = wish.status ?? number.status
    tell(world, before, number)
    for (const changed of wish.limit ? siblings : [number]) world.events.emit('numbers', present(changed))
    return present(number)
  })
}

/** The account webhooks that belong to a change of standing (platform §4.7). */
function tell(world: World, before: BusinessNumber, number: BusinessNumber): void {
  const at = world.clock.now()
  const display_phone_number = digitsOf(number.displayPhoneNumber)
  const max_daily_conversations_per_business = number.limit
  const send = (field: string, value: Record<string, unknown>): void =>
    world.webhooks(notice(number.wabaId, field, value, at))
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

function tellStatus(
  number: BusinessNumber,
  at: number,
  send: (field: string, value: Record<string, unknown>) => void,
  quality: (event: string) => void,
): void {
  if (number.status === 'FLAGGED') quality('FLAGGED')
  else if (number.status === 'RESTRICTED') {
    const expiration = Math.floor((at + DAY) / 1000)
    const restriction_info = [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }]
    send('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info })
  } else if (number.status === 'BANNED') {
    const waba_ban_date = new Date(at).toLocaleDateString('en-US', {
      month: 'long',
      day: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    })
    send('account_update', {
      event: 'DISABLED_UPDATE',
      ban_info: { waba_ban_state: 'DISABLE', waba_ban_date },
    })
  } else if (number.status === 'CONNECTED') {
    quality('UNFLAGGED')
    send('account_review_update', { decision: 'APPROVED' })
  }
}
