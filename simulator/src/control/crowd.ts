import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { World } from '../world.ts'
import { read } from './input.ts'
import { numberOf } from './people.ts'

const gathering = z.object({
  count: z.number().int().min(1).max(500_000),
  phoneNumberId: z.string().min(1),
  optIn: z.object({ text: z.string().min(1).max(4096) }).optional(),
  namePrefix: z.string().min(1).max(60).optional(),
  /** True: all of them stop at their first marketing message; a number: that many do. */
  stopOnMarketing: z.union([z.boolean(), z.number().int().min(0)]).optional(),
  /** How many write the opt-in text per second. */
  perSecond: z.number().min(1).max(2000).default(250),
})

/** `/sim/crowd`: makes people who behave by the dials, and counts what they did. */
export function crowdRoutes(app: FastifyInstance, world: World): void {
  app.post('/sim/crowd', async (request) => {
    const { optIn, stopOnMarketing, phoneNumberId, ...wish } = read(gathering, request.body)
    const stopping = stopOnMarketing === true ? wish.count : Number(stopOnMarketing ?? 0)
    return world.crowd.gather(world, numberOf(world, phoneNumberId), {
      ...wish,
      optInText: optIn?.text,
      stopping,
    })
  })

  app.get('/sim/crowd', async () => world.crowd.counts())
}
