import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refused } from '../people.ts'
import { decide, recategorise, rescore, TEMPLATE_EVENTS } from '../templates/review.ts'
import type { Template } from '../templates/store.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

type ById = { Params: { id: string } }

const eventSchema = z.object({ event: z.enum(TEMPLATE_EVENTS), reason: z.string().optional() })
const scoreSchema = z.object({ score: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']) })
const categorySchema = z.object({ category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']) })

/** `/sim/templates`: Meta's side of templates — verdicts, quality, category. */
export function templateRoutes(app: FastifyInstance, world: World): void {
  const the = (id: string): Template => {
    const template = world.templates.find(id)
    if (!template) throw new Refused(404, `There is no template ${id}.`)
    return template
  }

  app.get('/sim/templates', async () => world.templates.all())

  app.post<ById>('/sim/templates/:id/events', async (request) => {
    const template = the(request.params.id)
    const { event, reason } = read(eventSchema, request.body)
    decide(world, template, event, reason)
    return template
  })

  app.post<ById>('/sim/templates/:id/quality', async (request) => {
    const template = the(request.params.id)
    rescore(world, template, read(scoreSchema, request.body).score)
    return template
  })

  app.post<ById>('/sim/templates/:id/category', async (request) => {
    const template = the(request.params.id)
    recategorise(world, template, read(categorySchema, request.body).category)
    return template
  })
}
