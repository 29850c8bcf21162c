import { z } from 'zod'
import { PageOf, type Routes } from '../platform/http/index.ts'
import { createEndpoint, EndpointInput, EndpointWithSecret } from './create-endpoint.ts'
import { deliverAgain, deliverDead, testEndpoint } from './deliver-again.ts'
import { DeliveryDetail, DeliveryQuery, DeliveryView, getDelivery, listDeliveries } from './delivery.ts'
import { EndpointView, listEndpoints } from './endpoint.ts'
import { rotateSecret } from './rotate-secret.ts'
import { deleteEndpoint, UpdateEndpointInput, updateEndpoint } from './update-endpoint.ts'

const tags = ['integrations']
const params = z.object({ id: z.uuid() })

/** Endpoints that are told what changes about people, and what became of it. */
export const integrationRoutes: Routes = (api, runtime) => {
  endpointRoutes(api, runtime)
  deliveryRoutes(api, runtime)
}

const endpointRoutes: Routes = (api) => {
  api.get(
    '/endpoints',
    { schema: { operationId: 'listEndpoints', tags, response: { 200: z.array(EndpointView) } } },
    (request) => listEndpoints(request.ctx),
  )
  api.post(
    '/endpoints',
    {
      schema: {
        operationId: 'createEndpoint',
        tags,
        summary: 'Registers an address; the answer is the only one that holds the secret',
        body: EndpointInput,
        response: { 201: EndpointWithSecret },
      },
    },
    async (request, reply) => reply.status(201).send(await createEndpoint(request.ctx, request.body)),
  )
  api.patch(
    '/endpoints/:id',
    {
      schema: {
        operationId: 'updateEndpoint',
        tags,
        params,
        body: UpdateEndpointInput,
        response: { 200: EndpointView },
      },
    },
    (request) => updateEndpoint(request.ctx, request.params.id, request.body),
  )
  api.delete(
    '/endpoints/:id',
    { schema: { operationId: 'deleteEndpoint', tags, params, response: { 204: z.null() } } },
    async (request, reply) => {
      await deleteEndpoint(request.ctx, request.params.id)
      return reply.status(204).send(null)
    },
  )
  api.post(
    '/endpoints/:id/secret',
    {
      schema: {
        operationId: 'rotateEndpointSecret',
        tags,
        summary: 'Makes a new secret; the one before signs for another 24 hours beside it',
        params,
        response: { 200: EndpointWithSecret },
      },
    },
    (request) => rotateSecret(request.ctx, request.params.id),
  )
  api.post(
    '/endpoints/:id/test',
    {
      schema: {
        operationId: 'testEndpoint',
        tags,
        summary: 'Sends `endpoint.test`, which says nothing',
        params,
        response: { 202: DeliveryView },
      },
    },
    async (request, reply) => reply.status(202).send(await testEndpoint(request.ctx, request.params.id)),
  )
  api.post(
    '/endpoints/:id/deliver-dead',
    {
      schema: {
        operationId: 'deliverDeadAgain',
        tags,
        summary: 'Delivers everything again that this endpoint never took',
        params,
        response: { 200: z.object({ count: z.number().int() }) },
      },
    },
    (request) => deliverDead(request.ctx, request.params.id),
  )
}

const deliveryRoutes: Routes = (api) => {
  api.get(
    '/deliveries',
    {
      schema: {
        operationId: 'listDeliveries',
        tags,
        querystring: DeliveryQuery,
        response: { 200: PageOf(DeliveryView) },
      },
    },
    (request) => listDeliveries(request.ctx, request.query),
  )
  api.get(
    '/deliveries/:id',
    { schema: { operationId: 'getDelivery', tags, params, response: { 200: DeliveryDetail } } },
    (request) => getDelivery(request.ctx, request.params.id),
  )
  api.post(
    '/deliveries/:id/again',
    { schema: { operationId: 'deliverAgain', tags, params, response: { 200: DeliveryView } } },
    (request) => deliverAgain(request.ctx, request.params.id),
  )
}
