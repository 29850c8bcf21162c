import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { disable, reinstate, restrict, scheduleBan, tellAccount } from '../account.ts'
import { growByVerification } from '../growth.ts'
import { RESTRICTIONS, REVIEWS, VERIFICATIONS, type Waba } from '../numbers.ts'
import { notice } from '../payloads.ts'
import { Refused } from '../people.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

type ById = { Params: { id: string } }

const changeSchema = z.strictObject({
  verification: z.enum(VERIFICATIONS).optional(),
  review: z.enum(REVIEWS).optional(),
  payment: z.enum(['ok', 'failed']).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  marketingApi: z.boolean().optional(),
})
const restriction = z.object({
  type: z.enum(RESTRICTIONS).default('RESTRICTED_BIZ_INITIATED_MESSAGING'),
  days: z.number().min(0).max(365),
})
const ban = z.object({
  state: z.enum(['schedule', 'disable', 'reinstate']),
  days: z.number().min(0).max(365).default(7),
})
const alert = z.object({
  entityType: z.enum(['BUSINESS', 'PHONE_NUMBER', 'WABA']).default('WABA'),
  entityId: z.string().optional(),
  severity: z.enum(['CRITICAL', 'WARNING', 'INFORMATIONAL']).default('WARNING'),
  status: z.enum(['ACTIVE', 'NONE']).default('ACTIVE'),
  type: z.string().regex(/^[A-Z_]+$/),
  description: z.string().max(500).default('An alert by order.'),
})
const event = z.looseObject({ event: z.string().regex(/^[A-Z_]+$/) })

/** `/sim/wabas`: what Meta does with an account — reviews, restrictions, bans, violations, alerts, payment. */
export function accountRoutes(app: FastifyInstance, world: World): void {
  const the = (id: string): Waba => {
    const waba = world.numbers.wabas.get(id)
    if (!waba) throw new Refused(404, `There is no account ${id}.`)
    return waba
  }
  const present = (waba: Waba): Record<string, unknown> => ({
    ...waba,
    restrictions: waba.restrictions.map(({ type, until }) => ({
      type,
      until: new Date(until).toISOString(),
    })),
    ...(waba.ban && { ban: { ...waba.ban, at: new Date(waba.ban.at).toISOString() } }),
    reached24h: world.reach.count(waba.id, world.clock.now()),
    reached7d: world.reach.countWeek(waba.id, world.clock.now()),
  })

  app.get('/sim/wabas', async () => [...world.numbers.wabas.values()].map(present))

  app.patch<ById>('/sim/wabas/:id', async (request) => {
    const waba = the(request.params.id)
    const wish = read(changeSchema, request.body)
    const before = { ...waba }
    for (const [key, value] of Object.entries(wish))
      if (value !== undefined) Object.assign(waba, { [key]: value })
    if (wish.review && wish.review !== before.review) {
      world.webhooks(notice(waba.id, 'account_review_update', { decision: wish.review }, world.clock.now()))
    }
    if (wish.verification === 'verified' && before.verification !== 'verified')
      growByVerification(world, waba.id)
    return present(waba)
  })

  app.post<ById>('/sim/wabas/:id/restrictions', async (request) => {
    const waba = the(request.params.id)
    const { type, days } = read(restriction, request.body)
    restrict(world, waba, type, days)
    return present(waba)
  })

  app.delete<ById>('/sim/wabas/:id/restrictions', async (request) => {
    const waba = the(request.params.id)
    waba.restrictions = []
    return present(waba)
  })

  app.post<ById>('/sim/wabas/:id/ban', async (request) => {
    const waba = the(request.params.id)
    const { state, days } = read(ban, request.body)
    if (state === 'schedule') scheduleBan(world, waba, days)
    else if (state === 'disable') disable(world, waba)
    else reinstate(world, waba)
    return present(waba)
  })

  app.post<ById>('/sim/wabas/:id/violations', async (request) => {
    const waba = the(request.params.id)
    const { type } = read(z.object({ type: z.string().regex(/^[A-Z_]+$/) }), request.body)
    tellAccount(world, waba, 'ACCOUNT_VIOLATION', { violation_info: { violation_type: type } })
    return present(waba)
  })

  app.post<ById>('/sim/wabas/:id/alerts', async (request) => {
    const waba = the(request.params.id)
    const wish = read(alert, request.body)
    const alert_info = {
      alert_severity: wish.severity,
      alert_status: wish.status,
      alert_type: wish.type,
      alert_description: wish.description,
    }
    const value = { entity_type: wish.entityType, entity_id: wish.entityId ?? waba.id, alert_info }
    world.webhooks(notice(waba.id, 'account_alerts', value, world.clock.now()))
    return { ok: true }
  })

  app.post<ById>('/sim/wabas/:id/events', async (request) => {
    const { event: name, ...more } = read(event, request.body)
    tellAccount(world, the(request.params.id), name, more)
    return { ok: true }
  })
}
