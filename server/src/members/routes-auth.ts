import type { FastifyRequest } from 'fastify'
import type { Api } from '../platform/http/index.ts'
import type { Auth } from './auth.ts'

/** Hands /api/auth/* to the sign-in library, which speaks the web's own Request and Response. */
export function mountAuth(api: Api, auth: Auth): void {
  api.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const response = await auth.handler(toWebRequest(request))
      reply.status(response.status)
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
      const cookies = response.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      return reply.send(Buffer.from(await response.arrayBuffer()))
    },
  })
}

function toWebRequest(request: FastifyRequest): Request {
  const hasBody = request.method !== 'GET' && request.body !== undefined && request.body !== null
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers: webHeaders(request),
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  })
}

/** The request's headers in the web's own shape. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'content-length') continue
    if (typeof value === 'string') headers.set(name, value)
    else if (value) for (const each of value) headers.append(name, each)
  }
  return headers
}
