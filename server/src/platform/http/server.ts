import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import underPressure from '@fastify/under-pressure'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawServerDefault,
} from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import type { Context, Runtime } from '../context.ts'
import { notFound } from '../errors.ts'
import { closeUnused } from './close-unused.ts'
import { withComponents } from './components.ts'
import { answerProblem } from './problem.ts'

/** A Fastify whose routes take their types from their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    /** Who acts, and for which business; set on every route behind the sign-in. */
    ctx: Context
  }
}

/** A feature's HTTP adapter: registers its routes, each of which calls one verb. */
export type Routes = (api: Api, runtime: Runtime) => void

const VERSION = '0.1.0'

/** Short ids for the log, different in each process; random ones for every request cost more than what they name. */
function requestIds(): () => string {
  const prefix = crypto.randomUUID().slice(0, 4)
  let count = 0
  return () => `${prefix}-${(count++).toString(36)}`
}

/**
 * The server without anything that a person or a browser needs: whatever Meta calls thousands of times a second is mounted
 * on it, everything else on a scope of it that `equip` has equipped.
 */
export function createServer(runtime: Runtime): Api {
  const app = Fastify({
    loggerInstance: runtime.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    bodyLimit: 1_048_576,
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
  })
  closeUnused(app)
  app.setErrorHandler(answerProblem)
  return app as Api
}

/**
 * Headers, limits, uploads, documents, health and metrics, for all routes of this scope. A request to any of them costs half as much
 * again as one to a bare server, and leaves more behind for the garbage collector.
 */
export async function equip(app: Api, runtime: Runtime): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setNotFoundHandler((request, reply) =>
    answerProblem(notFound({ de: 'Diese Adresse', en: 'This address' }), request, reply),
  )

  await app.register(helmet, {
    // The sample shop embeds the bubble, and the admin shows previews of it: both on this origin.
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', 'https:', 'http://127.0.0.1:*'],
        connectSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: runtime.config.publicUrl.startsWith('https:'),
  })
  await app.register(rateLimit, { global: false })
  await app.register(multipart, { limits: { fileSize: 200 * 1024 * 1024, files: 1 } })
  await app.register(underPressure, { maxEventLoopDelay: 0, exposeStatusRoute: false })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jawort',
        version: VERSION,
        description: 'WhatsApp messages for people who said yes, twice.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: withComponents,
  })

  // Its own page with its own rules: the library knows the hashes of what it puts into it.
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    runtime.metrics.httpSeconds
      .labels(request.method, route, String(reply.statusCode))
      .observe(reply.elapsedTime / 1000)
    done()
  })

  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(runtime.db)
      return { ok: true }
    } catch {
      return reply.status(503).send({ ok: false })
    }
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(runtime.metrics.registry.contentType).send(await runtime.metrics.registry.metrics()),
  )
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
