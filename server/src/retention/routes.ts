import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { RetentionPage, retentionPage, ShortenInput, shortenRetention } from './page.ts'

const tags = ['privacy']

export const retentionRoutes: Routes = (api) => {
  api.get(
    '/retention',
    {
      schema: {
        operationId: 'getRetention',
        tags,
        summary: 'What is kept for how long, on what basis, and when the next of it goes',
        response: { 200: RetentionPage },
      },
    },
    (request) => retentionPage(request.ctx, languageOf(request)),
  )
  api.put(
    '/retention/:key',
    {
      schema: {
        operationId: 'shortenRetention',
        tags,
        params: z.object({ key: z.string().max(64) }),
        body: ShortenInput,
        response: { 200: RetentionPage },
      },
    },
    async (request) => {
      await shortenRetention(request.ctx, request.params.key, request.body)
      return retentionPage(request.ctx, languageOf(request))
    },
  )
}
