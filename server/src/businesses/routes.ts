import type { Routes } from '../platform/http/index.ts'
import { Business, getBusiness } from './business.ts'
import { CreateBusinessInput, createBusiness } from './create.ts'
import { UpdateBusinessInput, updateBusiness } from './update.ts'

const tags = ['businesses']

export const businessRoutes: Routes = (api) => {
  api.get(
    '/business',
    { schema: { operationId: 'getBusiness', tags, response: { 200: Business } } },
    (request) => getBusiness(request.ctx),
  )
  api.patch(
    '/business',
    {
      schema: { operationId: 'updateBusiness', tags, body: UpdateBusinessInput, response: { 200: Business } },
    },
    (request) => updateBusiness(request.ctx, request.body),
  )
  api.post(
    '/businesses',
    {
      schema: { operationId: 'createBusiness', tags, body: CreateBusinessInput, response: { 201: Business } },
    },
    async (request, reply) => reply.status(201).send(await createBusiness(request.ctx, request.body)),
  )
}
