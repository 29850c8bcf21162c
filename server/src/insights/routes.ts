import type { Routes } from '../platform/http/index.ts'
import { getHome, Home, HomeQuery } from './home.ts'

export const insightRoutes: Routes = (api) => {
  api.get(
    '/insights/home',
    {
      schema: { operationId: 'getHome', tags: ['insights'], querystring: HomeQuery, response: { 200: Home } },
    },
    (request) => getHome(request.ctx, request.query),
  )
}
