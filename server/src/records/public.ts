import { z } from 'zod'
import type { Api } from '../platform/http/index.ts'
import { notFound, type Runtime } from '../platform/index.ts'
import { findPublicNotice } from './notice.ts'
import { noticePage } from './notice-page.ts'

/** The notice of a business as a public page: `/notice/blattwerk?lang=en`. */
export function mountNotices(api: Api, runtime: Runtime): void {
  api.get(
    '/notice/:slug',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        hide: true,
        params: z.object({ slug: z.string().max(40) }),
        querystring: z.object({ lang: z.string().max(10).optional() }),
      },
    },
    async ({ params, query, headers }, reply) => {
      const wanted = query.lang ?? headers['accept-language']?.split(',')[0]
      const found = await findPublicNotice(runtime, params.slug, wanted)
      if (!found) throw notFound({ de: 'Diesen Hinweis', en: 'This notice' })
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'public, max-age=60')
        .send(noticePage(found))
    },
  )
}
