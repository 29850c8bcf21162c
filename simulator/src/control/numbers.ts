import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { LEVELS, LIMITS, QUALITIES, STATUSES } from '../numbers.ts'
import { Refused } from '../people.ts'
import { changeStanding, presentNumber } from '../standing.ts'
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
  app.get('/sim/numbers', async () => world.numbers.all().map((number) => presentNumber(world, number)))

  app.patch<{ Params: { id: string } }>('/sim/numbers/:id', async (request) => {
    const number = world.numbers.find(request.params.id)
    if (!number) throw new Refused(404, `There is no number ${request.params.id}.`)
    changeStanding(world, number, read(changeSchema, request.body))
    return presentNumber(world, number)
  })
}
