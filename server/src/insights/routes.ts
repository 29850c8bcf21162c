import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { ChannelDetail, getChannelDetail } from './channel-detail.ts'
import { Costs, CostsQuery, costsOf } from './costs.ts'
import { costsCsv } from './costs-csv.ts'
import { getHome, Home, HomeQuery } from './home.ts'

export const insightRoutes: Routes = (api) => {
  api.get(
    '/insights/home',
    {
      schema: { operationId: 'getHome', tags: ['insights'], querystring: HomeQuery, response: { 200: Home } },
    },
    (request) => getHome(request.ctx, request.query),
  )
  api.get(
    '/standing/channels/:id',
    {
      schema: {
        operationId: 'getChannelStanding',
        summary: 'Everything about the health of one number, with its last 90 days',
        tags: ['standing'],
        params: z.object({ id: z.uuid() }),
        response: { 200: ChannelDetail },
      },
    },
    (request) => getChannelDetail(request.ctx, request.params.id, languageOf(request)),
  )
  api.get(
    '/costs',
    {
      schema: {
        operationId: 'getCosts',
        summary: 'What messages cost, month by month, and what one month is made of',
        tags: ['costs'],
        querystring: CostsQuery,
        response: { 200: Costs },
      },
    },
    (request) => costsOf(request.ctx, request.query, languageOf(request)),
  )
  api.get(
    '/costs.csv',
    { schema: { operationId: 'exportCosts', tags: ['costs'], querystring: CostsQuery } },
    async (request, reply) => {
      const csv = await costsCsv(request.ctx, request.query, languageOf(request))
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="costs-${request.query.month ?? 'month'}.csv"`)
        .header('cache-control', 'no-store')
        .send(csv)
    },
  )
}
