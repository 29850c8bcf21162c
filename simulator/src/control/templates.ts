import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refused } from '../people.ts'
import { appeal } from '../templates/appeal.ts'
import { climb, lift } from '../templates/ladder.ts'
import { decide, recategorise, rescore, TEMPLATE_EVENTS, warnOfCategory } from '../templates/review.ts'
import type { Template } from '../templates/store.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

type ById = { Params: { id: string } }

const eventSchema = z.object({
  event: z.enum(TEMPLATE_EVENTS),
  reason: z.string().optional(),
  /** Why it is paused: one for quality ends by itself, one of pacing does not. */
  cause: z.enum(['quality', 'pacing']).default('quality'),
})
const scoreSchema = z.object({
  score: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  /** A red template also takes its step on the ladder of pauses, as it does when people complain. */
  ladder: z.boolean().default(false),
})
const categorySchema = z.object({
  category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']),
  /** First the notice, a day later the change. */
  notice: z.boolean().default(false),
})

/** `/sim/templates`: Meta's side of templates — verdicts, appeals, quality, pauses, pacing, category. */
export function templateRoutes(app: FastifyInstance, world: World): void {
  const the = (id: string): Template => {
    const template = world.templates.find(id)
    if (!template) throw new Refused(404, `There is no template ${id}.`)
    return template
  }
  const present = (template: Template): Record<string, unknown> => ({
    ...template,
    held: world.pacing.waiting(template.id),
  })

  app.get('/sim/templates', async () => world.templates.all().map(present))

  app.post<ById>('/sim/templates/:id/events', async (request) => {
    const template = the(request.params.id)
    const { event, reason, cause } = read(eventSchema, request.body)
    if (event === 'PAUSED') climb(world, template, cause)
    else if (event === 'REINSTATED') lift(world, template, event)
    else decide(world, template, event, { reason })
    return present(template)
  })

  app.post<ById>('/sim/templates/:id/appeal', async (request) => {
    const template = the(request.params.id)
    appeal(world, template, read(z.object({ granted: z.boolean().default(true) }), request.body).granted)
    return present(template)
  })

  app.post<ById>('/sim/templates/:id/pacing', async (request) => {
    const template = the(request.params.id)
    const { decision } = read(z.object({ decision: z.enum(['release', 'drop']) }), request.body)
    if (world.pacing.waiting(template.id) === 0) throw new Refused(409, 'No message of this template waits.')
    world.pacing.settle(world, template, decision)
    return present(template)
  })

  app.post<ById>('/sim/templates/:id/quality', async (request) => {
    const template = the(request.params.id)
    const { score, ladder } = read(scoreSchema, request.body)
    rescore(world, template, score)
    if (ladder && score === 'RED') climb(world, template, 'quality')
    return present(template)
  })

  app.post<ById>('/sim/templates/:id/category', async (request) => {
    const template = the(request.params.id)
    const { category, notice } = read(categorySchema, request.body)
    if (notice) warnOfCategory(world, template, category)
    else recategorise(world, template, category)
    return present(template)
  })
}
