import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refused } from '../people.ts'
import { SCOPES } from '../tokens.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

/** A made-up token; a real one is refused, so that none ever lands in a log here. */
export const madeUpToken = z
  .string()
  .min(8)
  .refine(
    (token) => !token.startsWith('EAA'),
    'this looks like a real Meta token; make one up for the simulator',
  )

const schema = z.strictObject({
  token: madeUpToken,
  scopes: z.array(z.enum(SCOPES)).optional(),
  /** In so many milliseconds; 0 for never. */
  expiresInMs: z.number().int().min(0).optional(),
})

/** `/sim/tokens`: further tokens, and what the ones there may do, until when. */
export function tokenRoutes(app: FastifyInstance, world: World): void {
  app.post('/sim/tokens', async (request) => {
    const { token, scopes, expiresInMs } = read(schema, request.body)
    const expiresAt = expiresInMs ? world.clock.now() + expiresInMs : 0
    const grant = world.tokens.grant(token, {
      ...(scopes && { scopes }),
      ...(expiresInMs !== undefined && { expiresAt }),
    })
    return {
      scopes: grant.scopes,
      expiresAt: grant.expiresAt ? new Date(grant.expiresAt).toISOString() : null,
    }
  })

  app.delete('/sim/tokens', async (request) => {
    const { token } = read(z.strictObject({ token: madeUpToken }), request.body)
    if (!world.tokens.revoke(token)) throw new Refused(404, 'There is no such token.')
    return { ok: true }
  })
}
