import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Dials, dialsSchema } from '../dials.ts'
import { GraphFault } from '../errors.ts'
import { Refused } from '../people.ts'
import type { World } from '../world.ts'
import { accountRoutes } from './accounts.ts'
import { coexistenceRoutes } from './coexistence.ts'
import { crowdRoutes } from './crowd.ts'
import { doingRoutes } from './doings.ts'
import { faultRoutes } from './faults.ts'
import { read } from './input.ts'
import { linkRoutes } from './links.ts'
import { numberRoutes } from './numbers.ts'
import { peopleRoutes } from './people.ts'
import { setupRoutes } from './setup.ts'
import { templateRoutes } from './templates.ts'
import { tokenRoutes } from './tokens.ts'

const logQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  kind: z.enum(['request', 'webhook']).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
})

/** The control API under /sim: JSON in and out, errors as `{ "error": "<sentence>" }`. */
export async function controlRoutes(app: FastifyInstance, { world }: { world: World }): Promise<void> {
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    if (error instanceof Refused) return reply.code(error.status).send({ error: error.message })
    if (error instanceof GraphFault)
      return reply.code(400).send({ error: `${error.extra.userMessage ?? error.message}` })
    if (error.statusCode !== undefined && error.statusCode < 500)
      return reply.code(error.statusCode).send({ error: error.message })
    world.logger.warn({ error: error.message }, 'the simulator failed at a control request')
    return reply.code(500).send({ error: 'The simulator failed at this request.' })
  })
  for (const routes of [
    setupRoutes,
    numberRoutes,
    peopleRoutes,
    crowdRoutes,
    templateRoutes,
    linkRoutes,
    faultRoutes,
    accountRoutes,
    doingRoutes,
    coexistenceRoutes,
    tokenRoutes,
  ])
    routes(app, world)

  app.get('/sim/dials', async () => world.dials)
  app.patch('/sim/dials', async (request) => {
    Object.assign(world.dials, defined(read(dialsSchema.partial(), request.body)))
    world.events.emit('dials', world.dials)
    return world.dials
  })

  app.get('/sim/log', async (request) => {
    const { after, limit, kind } = read(logQuery, request.query)
    return world.log.read(after, limit, kind)
  })

  app.get('/sim/events', (_request, reply) => {
    reply.hijack()
    world.events.attach(reply.raw)
  })

  app.get<{ Params: { id: string } }>('/sim/media/:id', async (request, reply) => {
    const media = world.media.find(request.params.id)
    if (!media) throw new Refused(404, 'There is no such file.')
    return reply.type(media.mime).header('cache-control', 'private, max-age=3600').send(media.bytes)
  })

  app.post('/sim/clock', async (request) => {
    const { advanceMs } = read(
      z.object({
        advanceMs: z
          .number()
          .int()
          .min(0)
          .max(400 * 24 * 3_600_000),
      }),
      request.body,
    )
    world.clock.advance(advanceMs)
    world.scheduler.wake()
    return { now: new Date(world.clock.now()).toISOString() }
  })

  app.post('/sim/reset', async () => {
    world.scheduler.clear()
    for (const part of [
      world.sender,
      world.people,
      world.chats,
      world.templates,
      world.log,
      world.crowd,
      world.limits,
      world.reach,
      world.faults,
      world.opinions,
      world.books,
      world.watched,
      world.pacing,
      world.marketingCap,
      world.budgets.creations,
      world.budgets.calls,
    ])
      part.clear()
    world.numbers.calm()
    world.events.emit('crowd', world.crowd.counts())
    return { ok: true }
  })
}

const defined = (dials: Partial<Dials>): Partial<Dials> =>
  Object.fromEntries(Object.entries(dials).filter(([, value]) => value !== undefined))
