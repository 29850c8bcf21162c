import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Api } from '../platform/http/index.ts'
import { Problem, type Runtime } from '../platform/index.ts'
import { gone, Language, type Opened, openPage, send, visitorLanguage } from './open-page.ts'
import { type Done, homePage } from './page-home.ts'
import { doorPage, notePage } from './page-rooms.ts'
import { mountActs } from './routes-acts.ts'
import { POLICY } from './style.ts'

const Params = z.object({ token: z.string() })
const DONE = ['topic', 'all', 'pause', 'resume', 'asked', 'not_asked'] as const satisfies readonly Done[]
const Query = z.object({
  lang: Language,
  done: z.enum(DONE).optional().catch(undefined),
  topic: z.uuid().optional().catch(undefined),
})

/** Nobody and nothing may keep the page, find it, frame it, or learn its address from where its links lead. */
const HEADERS = {
  'content-security-policy': POLICY,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * The person's own page under `/p/<token>`: plain HTML without a script, a cookie or anything from elsewhere. What only opens
 * addresses, as programs do that look at links in chats, changes nothing: every act is a POST that repeats the token.
 */
export async function mountPreferences(app: Api, runtime: Runtime): Promise<void> {
  await app.register(
    async (open) => {
      const api = open as Api
      api.addHook('onSend', async (_request, reply, payload) => {
        reply.headers(HEADERS)
        return payload
      })
      api.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 4_096 },
        (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      )
      api.setErrorHandler((error, request, reply) => answerError(error, request, reply))
      api.setNotFoundHandler((request, reply) => gone(request, reply))
      mountViews(api, runtime)
      mountActs(api, runtime)
      // Whatever else lies below is nobody's page, and never the members' pages.
      api.get('/*', { schema: { hide: true } }, async (request, reply) => gone(request, reply))
    },
    { prefix: '/p' },
  )
}

function mountViews(api: Api, runtime: Runtime): void {
  const view = (path: string, show: (opened: Opened, query: z.infer<typeof Query>) => string) =>
    api.get(
      `/:token${path}`,
      {
        config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
        schema: { hide: true, params: Params, querystring: Query },
      },
      async (request, reply) => {
        const opened = await openPage(runtime, request.params.token, request.query.lang)
        if (!opened) return gone(request, reply)
        return send(reply, show(opened, request.query))
      },
    )
  view('', ({ frame, settings }, { done, topic }) =>
    homePage(frame, settings, done && { what: done, topicId: topic }),
  )
  view('/data', ({ frame, settings }) => doorPage(frame, settings, 'data'))
  view('/erase', ({ frame, settings }) => doorPage(frame, settings, 'erasure'))
}

/** Errors as a person can read them; what is not expected goes to the log with the request's id. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const language = visitorLanguage(request)
  if (error instanceof Problem && error.kind === 'not_found') return gone(request, reply)
  if (status === 429) return send(reply, notePage(language, 'busy'), 429)
  if (status >= 400 && status < 500) return send(reply, notePage(language, 'failed'), status)
  request.log.error({ err: error }, 'a page of a person failed')
  return send(reply, notePage(language, 'failed'), 500)
}
