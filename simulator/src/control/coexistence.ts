import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { connectApp, echo, syncContacts, tellHistory } from '../coexistence.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'
import { numberOf } from './people.ts'

type ById = { Params: { id: string } }

const said = z.object({ personId: z.string(), text: z.string().min(1).max(4096) })
const book = z.object({
  people: z.array(z.string()).min(1),
  action: z.enum(['add', 'remove']).default('add'),
})

/** `/sim/numbers/:id/…`: what happens in the WhatsApp Business app on the phone of a number that is used in both. */
export function coexistenceRoutes(app: FastifyInstance, world: World): void {
  app.post<ById>('/sim/numbers/:id/app', async (request) => {
    const number = numberOf(world, request.params.id)
    connectApp(world, number, read(z.object({ connected: z.boolean() }), request.body).connected)
    return number
  })

  app.post<ById>('/sim/numbers/:id/echoes', async (request) => {
    const { personId, text } = read(said, request.body)
    return echo(world, numberOf(world, request.params.id), world.people.get(personId), text)
  })

  app.post<ById>('/sim/numbers/:id/contacts', async (request) => {
    const { people, action } = read(book, request.body)
    const found = people.map((id) => world.people.get(id))
    syncContacts(world, numberOf(world, request.params.id), found, action)
    return { ok: true }
  })

  app.post<ById>('/sim/numbers/:id/history', async (request) => {
    const { declined } = read(z.object({ declined: z.boolean().default(false) }), request.body)
    tellHistory(world, numberOf(world, request.params.id), declined)
    return { ok: true }
  })
}
