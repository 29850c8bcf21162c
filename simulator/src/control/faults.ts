import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type ErrorCode, isErrorCode } from '../errors.ts'
import { digitsOf } from '../ids.ts'
import { Refused } from '../people.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

const code = z.number().int().refine(isErrorCode, 'is not a code the simulator knows')

const faultSchema = z.strictObject({
  code,
  where: z.enum(['answer', 'status']).default('answer'),
  edge: z
    .string()
    .regex(/^[a-z_]*$/)
    .default('messages'),
  times: z.number().int().min(1).optional(),
  /** A phone number in any spelling, or a BSUID. */
  to: z.string().min(3).optional(),
  objectId: z.string().min(1).optional(),
  details: z.string().max(500).optional(),
  http: z.number().int().min(400).max(599).optional(),
  subcode: z.number().int().optional(),
  retryAfter: z.number().int().min(0).optional(),
})

const webhookSchema = z.strictObject({
  wabaId: z.string().min(1),
  field: z.string().regex(/^[a-z_]+$/),
  value: z.record(z.string(), z.unknown()),
  /** Unix seconds. Left out, the entry has no `time`. */
  time: z.number().int().optional(),
})

/** `/sim/faults`: any error code by order. `/sim/webhooks`: any webhook by order, signed and repeated like the others. */
export function faultRoutes(app: FastifyInstance, world: World): void {
  app.get('/sim/faults', async () => world.faults.all())

  app.post('/sim/faults', async (request) => {
    const { to, code: number, ...wish } = read(faultSchema, request.body)
    const address = to === undefined || /^[A-Z]{2}\./.test(to) ? to : digitsOf(to)
    return world.faults.add({ ...wish, code: number as ErrorCode, to: address })
  })

  app.delete('/sim/faults', async () => {
    world.faults.clear()
    return { ok: true }
  })

  app.delete<{ Params: { id: string } }>('/sim/faults/:id', async (request) => {
    if (!world.faults.remove(request.params.id)) throw new Refused(404, 'There is no such fault.')
    return { ok: true }
  })

  app.post('/sim/webhooks', async (request) => {
    const { wabaId, field, value, time } = read(webhookSchema, request.body)
    if (!world.numbers.wabas.has(wabaId)) throw new Refused(404, `There is no account ${wabaId}.`)
    world.webhooks({ wabaId, field, value, ...(time !== undefined && { time }) })
    return { ok: true }
  })
}
