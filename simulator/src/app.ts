import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { controlRoutes } from './control/routes.ts'
import { GraphFault } from './errors.ts'
import { debugToken } from './graph/apps.ts'
import { authorise, graphRoutes } from './graph/routes.ts'
import type { World } from './world.ts'

const PHONES = new URL('../dist/', import.meta.url).pathname

/** The HTTP face of the simulator: Graph API, control API, downloads and the phones' page. */
export async function createApp(world: World): Promise<FastifyInstance> {
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 16 * 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
    // Meta takes calls without a version as well, and answers with the oldest one that lives.
    rewriteUrl: ({ url = '/' }) => (/^\/\d{5,}([/?]|$)/.test(url) ? `/v25.0${url}` : url),
  })
  app.decorateRequest('text', undefined)
  app.decorateRequest('arrived', 0)
  app.addHook('onRequest', async (request) => {
    request.arrived = world.clock.now()
  })
  await app.register(graphRoutes, { prefix: '/v:version', world })
  await app.register(controlRoutes, { world })
  await app.register(barePaths, { world })
  const built = existsSync(`${PHONES}index.html`)
  if (built) await app.register(fastifyStatic, { root: PHONES, cacheControl: true, maxAge: 0 })
  else app.get('/', (_request, reply) => reply.type('text/html').send(UNBUILT))
  app.setNotFoundHandler((request, reply) => {
    if (/^\/v\d/.test(request.url)) return reply.code(400).send(new GraphFault(2500).envelope())
    const page =
      request.method === 'GET' &&
      !/^\/sim\//.test(request.url) &&
      (request.headers.accept ?? '').includes('text/html')
    if (page && built) return reply.sendFile('index.html')
    return reply.code(404).send({ error: 'There is nothing at this address.' })
  })
  return app
}

/** Paths of Meta's hosts that carry no version: media downloads and the token's facts. */
async function barePaths(app: FastifyInstance, { world }: { world: World }): Promise<void> {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof GraphFault) return reply.code(error.http).send(error.envelope())
    throw error
  })
  app.get<{ Params: { id: string }; Querystring: { ext?: string } }>(
    '/lookaside/:id',
    async (request, reply) => {
      authorise(world, request)
      const media = world.media.find(request.params.id)
      const over = Number(request.query.ext) * 1000 < world.clock.now()
      if (!media || over) return reply.code(404).send()
      return reply.type(media.mime).send(media.bytes)
    },
  )
  app.get<{ Querystring: { input_token?: string } }>('/debug_token', async (request) => {
    authorise(world, request)
    return debugToken(world, request.query.input_token)
  })
}

const UNBUILT = `<!doctype html><meta charset="utf-8"><title>Simulator</title>
<body style="font:16px system-ui;max-width:36rem;margin:4rem auto;padding:0 1rem">
<h1>The simulator runs</h1><p>Its phones are not built yet. <code>npm start</code> builds them.</p>
<p lang="de">Der Simulator läuft, seine Telefone sind noch nicht gebaut. <code>npm start</code> baut sie.</p>`
