import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { digitsOf } from '../ids.ts'
import { type BusinessNumber, LEVELS, LIMITS, QUALITIES, STATUSES } from '../numbers.ts'
import { notice } from '../payloads.ts'
import { Refused } from '../people.ts'
import { changeStanding, presentNumber } from '../standing.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

type ById = { Params: { id: string } }

const changeSchema = z.strictObject({
  quality: z.enum(QUALITIES).optional(),
  limit: z.enum(LIMITS).optional(),
  throughput: z.enum(LEVELS).optional(),
  status: z.enum(STATUSES).optional(),
})
const nameSchema = z.object({
  decision: z.enum(['APPROVED', 'REJECTED', 'DEFERRED', 'PENDING']),
  name: z.string().min(1).max(120),
  reason: z.string().max(500).optional(),
})
const securitySchema = z.object({
  event: z.enum(['PIN_CHANGED', 'PIN_RESET_REQUEST', 'PIN_REQUEST_SUCCESS']),
  requester: z.string().optional(),
})
const NAME_STATUS = {
  APPROVED: 'APPROVED',
  REJECTED: 'DECLINED',
  DEFERRED: 'PENDING_REVIEW',
  PENDING: 'PENDING_REVIEW',
} as const

/** `/sim/numbers`: a number's standing, its name and its security, and Meta's notices when they change. */
export function numberRoutes(app: FastifyInstance, world: World): void {
  const the = (id: string): BusinessNumber => {
    const number = world.numbers.find(id)
    if (!number) throw new Refused(404, `There is no number ${id}.`)
    return number
  }
  const tell = (number: BusinessNumber, field: string, value: Record<string, unknown>): void => {
    const display_phone_number = digitsOf(number.displayPhoneNumber)
    world.webhooks(notice(number.wabaId, field, { display_phone_number, ...value }, world.clock.now()))
  }

  app.get('/sim/numbers', async () => world.numbers.all().map((number) => presentNumber(world, number)))

  app.patch<ById>('/sim/numbers/:id', async (request) => {
    const number = the(request.params.id)
    changeStanding(world, number, read(changeSchema, request.body))
    return presentNumber(world, number)
  })

  app.post<ById>('/sim/numbers/:id/name', async (request) => {
    const number = the(request.params.id)
    const { decision, name, reason } = read(nameSchema, request.body)
    const facts = world.numbers.facts(number)
    facts.newName = { name, status: NAME_STATUS[decision] }
    if (decision === 'APPROVED') {
      number.verifiedName = name
      facts.nameStatus = 'APPROVED'
    }
    tell(number, 'phone_number_name_update', {
      decision,
      requested_verified_name: name,
      rejection_reason: decision === 'REJECTED' ? (reason ?? 'NAME_NOT_RELATED_TO_BUSINESS') : null,
    })
    return presentNumber(world, number)
  })

  app.get<ById>('/sim/numbers/:id/code', async (request) => ({
    code: world.numbers.facts(the(request.params.id)).code ?? null,
  }))

  app.post<ById>('/sim/numbers/:id/security', async (request) => {
    const { event, requester } = read(securitySchema, request.body)
    const number = the(request.params.id)
    if (event === 'PIN_REQUEST_SUCCESS') delete world.numbers.facts(number).pin
    tell(number, 'security', { event, ...(requester && { requester }) })
    return presentNumber(world, number)
  })
}
