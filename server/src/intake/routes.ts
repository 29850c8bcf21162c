import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isVerifyToken } from '../channels/index.ts'
import type { Api, Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { isSignature } from '../whatsapp/index.ts'
import { codeOf } from './attempt.ts'
import { type Arrived, Bodies, type BodyLimits } from './bodies.ts'
import { Overloaded } from './group-commit.ts'
import { AsideList, listAside } from './list-aside.ts'
import { AsideContent, AsideId, openAsideItem } from './open-aside.ts'
import { Receiver } from './receive.ts'
import { Replayed, replayUpdates } from './replay.ts'

const BODIES: BodyLimits = {
  /** Meta promises at most 3 MB. */
  each: 4 * 1024 * 1024,
  all: 128 * 1024 * 1024,
  ms: 30_000,
}
const RETRY_AFTER_SECONDS = '5'

const Handshake = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.challenge': z.string().max(500),
  'hub.verify_token': z.string().max(500),
})

const GIVEN_UP = { too_large: 413, late: 408, gone: 400 }
const RECEIVED = '{"received":true}'

/**
 * The address that Meta calls, at the root of the server and without a sign-in. 200 means: it is durable. A wrong signature
 * is 401, whatever else a body holds is 200; only a database that cannot take it makes it 503, so that Meta sends it again.
 */
export function mountWebhooks(
  app: Api,
  runtime: Runtime,
  receiver = new Receiver(runtime),
  limits: Partial<BodyLimits> = {},
): void {
  const bodyLimits = { ...BODIES, ...limits }
  const bodies = new Bodies(bodyLimits)

  function refuse(reply: FastifyReply, reason: string): FastifyReply {
    runtime.metrics.webhookRefused.labels(reason).inc()
    return reply
      .status(503)
      .header('retry-after', RETRY_AFTER_SECONDS)
      .type('application/json')
      .send('{"error":"unavailable"}')
  }

  function refuseUnsigned(reply: FastifyReply): FastifyReply {
    runtime.metrics.webhookUpdates.labels('bad_signature').inc()
    return reply.status(401).type('application/json').send('{"error":"signature"}')
  }

  /** Of a body that did not arrive the rest is not waited for. */
  function giveUp(reply: FastifyReply, why: keyof typeof GIVEN_UP): FastifyReply {
    return reply
      .status(GIVEN_UP[why])
      .header('connection', 'close')
      .type('application/json')
      .send(`{"error":"${why}"}`)
  }

  app.register(async (scope) => {
    // The signature is on the bytes: nothing may parse them before.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) =>
      bodies.read(payload, (arrived) => done(null, arrived)),
    )

    scope.get('/webhooks/whatsapp', { schema: { hide: true } }, async (request, reply) => {
      const { data } = Handshake.safeParse(request.query)
      const known = data !== undefined && (await isVerifyToken(runtime, data['hub.verify_token']))
      if (!known) return reply.status(403).type('text/plain').send('The verify token is not known here.')
      return reply.type('text/plain').send(data['hub.challenge'])
    })

    scope.post(
      '/webhooks/whatsapp',
      {
        schema: { hide: true },
        // One line in the log per refusal needs no logger of its own for every request.
        childLoggerFactory: (logger) => logger,
        // Before the body is read: what cannot be kept need not be received. Without a length it may be the largest.
        onRequest(request, reply, done) {
          if (!isSignature(signatureOf(request))) {
            refuseUnsigned(reply)
            return
          }
          const bytes = Number(request.headers['content-length'] ?? bodyLimits.each)
          if (bytes > bodyLimits.each) {
            giveUp(reply, 'too_large')
            return
          }
          if (receiver.isFull(bytes)) {
            refuse(reply, 'memory')
            return
          }
          done()
        },
      },
      async (request, reply) => {
        const began = performance.now()
        const body = (request.body as Arrived | null | undefined) ?? Buffer.alloc(0)
        if (body === 'memory') return refuse(reply, body)
        if (!Buffer.isBuffer(body)) return giveUp(reply, body)
        try {
          const receipt = await receiver.receive(body, signatureOf(request) ?? '')
          runtime.metrics.webhookSeconds.observe((performance.now() - began) / 1000)
          if (receipt === 'accepted') return reply.type('application/json').send(RECEIVED)
          return refuseUnsigned(reply)
        } catch (error) {
          const reason = reasonOf(error)
          if (reason !== 'memory')
            request.log.error({ reason, code: codeOf(error) }, 'a webhook could not be stored')
          return refuse(reply, reason)
        } finally {
          bodies.release(body)
        }
      },
    )
  })
}

function signatureOf({ headers }: FastifyRequest): string | undefined {
  const header = headers['x-hub-signature-256']
  return Array.isArray(header) ? header[0] : header
}

/** What operators read in the metrics. */
function reasonOf(error: unknown): string {
  if (error instanceof Overloaded) return error.reason
  const code = codeOf(error)
  if (code === '53100') return 'disk_full'
  return /^(08|57)|^E[A-Z]{4,}$/.test(code) ? 'database_away' : 'database_error'
}

export const intakeRoutes: Routes = (api) => {
  api.get(
    '/standing/aside',
    { schema: { operationId: 'listAsideUpdates', tags: ['standing'], response: { 200: AsideList } } },
    (request) => listAside(request.ctx),
  )
  api.get(
    '/standing/aside/:id',
    {
      schema: {
        operationId: 'openAsideUpdate',
        tags: ['standing'],
        params: z.object({ id: AsideId }),
        response: { 200: AsideContent },
      },
    },
    (request) => openAsideItem(request.ctx, request.params.id),
  )
  api.post(
    '/standing/replay',
    { schema: { operationId: 'replayParkedUpdates', tags: ['standing'], response: { 200: Replayed } } },
    (request) => replayUpdates(request.ctx),
  )
}
