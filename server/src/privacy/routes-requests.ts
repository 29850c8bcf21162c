import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { languageOf, PageOf, type Routes } from '../platform/http/index.ts'
import { CarryOutInput, carryOutRequest } from './carry-out.ts'
import { cancelRequest, ExtendInput, extendRequest, RefuseInput, refuseRequest } from './decide.ts'
import { askIdentity, ConfirmIdentityInput, confirmIdentity } from './identity.ts'
import {
  countPrivacyRequests,
  getPrivacyRequest,
  listPrivacyRequests,
  PrivacyRequest,
  PrivacyRequestDetail,
  RequestCounts,
  RequestsQuery,
} from './list.ts'
import { OpenRequestInput, openRequest } from './open-request.ts'

const tags = ['privacy']
const params = z.object({ id: z.uuid() })

/** What members may say of a request themselves; chat and page come from the person. */
const OpenBody = OpenRequestInput.omit({ via: true })

/** A route about one request, answered with the request as it stands afterwards. */
const one = (operationId: string) => ({
  operationId,
  tags,
  params,
  response: { 200: PrivacyRequestDetail },
})
const asItStands = (request: FastifyRequest & { params: z.infer<typeof params> }) =>
  getPrivacyRequest(request.ctx, request.params.id, languageOf(request))

export const requestRoutes: Routes = (api) => {
  api.get(
    '/privacy/requests',
    {
      schema: {
        operationId: 'listPrivacyRequests',
        tags,
        querystring: RequestsQuery,
        response: { 200: PageOf(PrivacyRequest) },
      },
    },
    (request) => listPrivacyRequests(request.ctx, request.query, languageOf(request)),
  )
  api.get(
    '/privacy/requests/counts',
    { schema: { operationId: 'countPrivacyRequests', tags, response: { 200: RequestCounts } } },
    (request) => countPrivacyRequests(request.ctx),
  )
  api.post(
    '/privacy/requests',
    {
      schema: {
        operationId: 'openPrivacyRequest',
        tags,
        summary: 'Notes what a person asked for; the month of Art. 12 (3) GDPR runs from its receipt',
        body: OpenBody,
        response: { 200: PrivacyRequestDetail },
      },
    },
    async (request) => {
      const via = request.ctx.actor.kind === 'apiKey' ? 'api' : 'staff'
      const { requestId } = await openRequest(request.ctx, { ...request.body, via })
      return getPrivacyRequest(request.ctx, requestId, languageOf(request))
    },
  )
  api.get('/privacy/requests/:id', { schema: one('getPrivacyRequest') }, asItStands)
  api.post(
    '/privacy/requests/:id/identity',
    { schema: { ...one('confirmPrivacyIdentity'), body: ConfirmIdentityInput } },
    async (request) => {
      await confirmIdentity(request.ctx, request.params.id, request.body)
      return asItStands(request)
    },
  )
  api.post(
    '/privacy/requests/:id/ask-identity',
    {
      schema: {
        ...one('askPrivacyIdentity'),
        summary: 'Asks in the chat, with two buttons, whether the request comes from who has the number',
      },
    },
    async (request) => {
      await askIdentity(request.ctx, request.params.id)
      return asItStands(request)
    },
  )
  api.post(
    '/privacy/requests/:id/carry-out',
    { schema: { ...one('carryOutPrivacyRequest'), body: CarryOutInput } },
    async (request) => {
      await carryOutRequest(request.ctx, request.params.id, request.body)
      return asItStands(request)
    },
  )
  api.post(
    '/privacy/requests/:id/extend',
    { schema: { ...one('extendPrivacyRequest'), body: ExtendInput } },
    async (request) => {
      await extendRequest(request.ctx, request.params.id, request.body)
      return asItStands(request)
    },
  )
  api.post(
    '/privacy/requests/:id/refuse',
    { schema: { ...one('refusePrivacyRequest'), body: RefuseInput } },
    async (request) => {
      await refuseRequest(request.ctx, request.params.id, request.body)
      return asItStands(request)
    },
  )
  api.post('/privacy/requests/:id/cancel', { schema: one('cancelPrivacyRequest') }, async (request) => {
    await cancelRequest(request.ctx, request.params.id)
    return asItStands(request)
  })
}
