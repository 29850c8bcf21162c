import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isVerifyToken } from '../channels/index.ts'
import type { Api, Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { isSignature } from '../whatsapp/index.ts'
import { codeOf } from './attempt.ts'
import { Overloaded } from './group-commit.ts'
import { AsideList, listAside } from './list-aside.ts'
import { AsideContent, AsideId, openAsideItem } from './open-aside.ts'
import { Receiver } from './receive.ts'
import { Replayed, replayUpdates } from './replay.ts'

/** Meta promises at most 3 MB. */
const BODY_LIMIT = 4 * 1024 * 1024
/** Bytes of bodies that are being read at the same time. */
const READING_LIMIT = 128 * 1024 * 1024
const RETRY_AFTER_SECONDS = '5'

const Handshake = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.challenge': z.string().max(500),
  'hub.verify_token': z.string().max(500),
})

const RECEIVED = '{"received":true}'

/**
 * The address that Meta calls, at the root of the server and without a sign-in. 200 means: it is durable. A wrong signature
 * is 401, whatever else a body holds is 200; only a database that cannot take it makes it 503, so that Meta sends it again.
 */
export function mountWebhooks(app: Api, runtime: Runtime, receiver = new Receiver(runtime)): void {
  let reading = 0

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
      {
        schema: { hide: true },
        bodyLimit: BODY_LIMIT,
        // A machine reads the answer: no page, no headers for browsers.
        helmet: false,
        config: { measuresItself: true },
        // One line in the log per refusal needs no logger of its own for every request.
        childLoggerFactory: (logger) => logger,
        // Before the body is read: what cannot be kept need not be received. Without a length it may be the largest.
        onRequest(request, reply, done) {
          if (!isSignature(signatureOf(request))) {
            refuseUnsigned(reply)
            return
          }
          const bytes = Number(request.headers['content-length'] ?? BODY_LIMIT)
          if (receiver.isFull(bytes) || (reading > 0 && reading + bytes > READING_LIMIT)) {
            refuse(reply, 'memory')
            return
          }
          reading += bytes
          reply.raw.once('close', () => {
            reading -= bytes
          })
          done()
        },
      },
      async (request, reply) => {
        const began = performance.now()
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
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
