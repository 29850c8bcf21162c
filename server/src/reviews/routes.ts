import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { Quarter } from './quarter.ts'
import { getReview, listReviews, ReviewItem, ReviewView, reviewPdf } from './view.ts'

const tags = ['reviews']
const params = z.object({ quarter: Quarter })

export const reviewRoutes: Routes = (api) => {
  api.get(
    '/reviews',
    {
      schema: {
        operationId: 'listReviews',
        summary: 'Quarterly quality reviews, newest first (C-69)',
        tags,
        response: { 200: z.array(ReviewItem) },
      },
    },
    (request) => listReviews(request.ctx),
  )
  api.get(
    '/reviews/:quarter',
    { schema: { operationId: 'getReview', tags, params, response: { 200: ReviewView } } },
    (request) => getReview(request.ctx, request.params.quarter, languageOf(request)),
  )
  api.get(
    '/reviews/:quarter/review.pdf',
    { schema: { operationId: 'reviewPdf', tags, params } },
    async (request, reply) => {
      const { quarter } = request.params
      const language = languageOf(request)
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="review-${quarter}-${language}.pdf"`)
        .header('cache-control', 'no-store')
        .send(await reviewPdf(request.ctx, quarter, language))
    },
  )
}
