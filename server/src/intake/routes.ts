import { z } from 'zod'
import { isVerifyToken } from '../channels/index.ts'
import type { Api, Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { Receiver } from './receive.ts'
import { Replayed, replayUpdates } from './replay.ts'

/** Meta promises at most 3 MB. */
const BODY_LIMIT = 4 * 1024 * 1024

const Handshake = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.challenge': z.string().max(500),
  'hub.verify_token': z.string().max(500),
})

/**
 * The address that Meta calls, at the root of the server and without a sign-in. 200 means: it is durable. A wrong signature
 * is 401, whatever else a body holds is 200; only a database that cannot take it makes it 503, so that Meta sends it again.
 */
export function mountWebhooks(app: Api, runtime: Runtime): void {
  const receiver = new Receiver(runtime)
  app.register(async (scope) => {
    // The signature is on the bytes: nothing may parse them before.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    )

    scope.get('/webhooks/whatsapp', { schema: { hide: true } }, async (request, reply) => {
      const { data } = Handshake.safeParse(request.query)
      const known = data !== undefined && (await isVerifyToken(runtime, data['hub.verify_token']))
      if (!known) return reply.status(403).type('text/plain').send('The verify token is not known here.')
      return reply.type('text/plain').send(data['hub.challenge'])
    })

    scope.post(
      '/webhooks/whatsapp',
      { schema: { hide: true }, bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const header = request.headers['x-hub-signature-256']
        try {
          const receipt = await receiver.receive(body, Array.isArray(header) ? header[0] : header)
          return receipt === 'accepted'
            ? reply.send({ received: true })
            : reply.status(401).send({ error: 'signature' })
        } catch (error) {
          request.log.error({ err: error }, 'a webhook could not be stored')
          return reply.status(503).header('retry-after', '5').send({ error: 'unavailable' })
        }
      },
    )
  })
}

export const intakeRoutes: Routes = (api) => {
  api.post(
    '/standing/replay',
    { schema: { operationId: 'replayParkedUpdates', tags: ['standing'], response: { 200: Replayed } } },
    (request) => replayUpdates(request.ctx),
  )
}
