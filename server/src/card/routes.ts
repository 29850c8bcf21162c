import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  ContactRow,
  HoldInput,
  holdContact,
  RestrictInput,
  restrictContact,
  UpdateContactInput,
  unholdContact,
  unrestrictContact,
  updateContact,
} from '../contacts/index.ts'
import { languageOf, PageOf, PageQuery, type Routes } from '../platform/http/index.ts'
import { askNumber } from './ask-number.ts'
import { ContactCard, getCard } from './get.ts'
import { CardsQuery, listCards } from './list.ts'
import { listTimeline, TimelineEntry } from './timeline.ts'
import { Why, WhyQuery, whyContact } from './why.ts'
import { WithdrawInput, withdrawContact } from './withdraw.ts'

const tags = ['contacts']
const params = z.object({ id: z.uuid() })
const card = { 200: ContactCard }

export const cardRoutes: Routes = (api) => {
  /** Every change answers with the whole card. */
  const cardOf = (request: FastifyRequest, id: string) => getCard(request.ctx, id, languageOf(request))

  api.get(
    '/contacts',
    {
      schema: {
        operationId: 'listContacts',
        tags,
        querystring: CardsQuery,
        response: { 200: PageOf(ContactRow) },
      },
    },
    (request) => listCards(request.ctx, request.query),
  )
  api.get(
    '/contacts/:id',
    { schema: { operationId: 'getContact', tags, params, response: card } },
    (request) => cardOf(request, request.params.id),
  )
  api.patch(
    '/contacts/:id',
    { schema: { operationId: 'updateContact', tags, params, body: UpdateContactInput, response: card } },
    async (request) => {
      await updateContact(request.ctx, request.params.id, request.body)
      return cardOf(request, request.params.id)
    },
  )
  api.get(
    '/contacts/:id/timeline',
    {
      schema: {
        operationId: 'listContactTimeline',
        tags,
        params,
        querystring: PageQuery,
        response: { 200: PageOf(TimelineEntry) },
      },
    },
    (request) => listTimeline(request.ctx, request.params.id, request.query),
  )
  api.get(
    '/contacts/:id/why',
    { schema: { operationId: 'whyContact', tags, params, querystring: WhyQuery, response: { 200: Why } } },
    (request) => whyContact(request.ctx, request.params.id, request.query, languageOf(request)),
  )
  api.post(
    '/contacts/:id/withdraw',
    { schema: { operationId: 'withdrawContact', tags, params, body: WithdrawInput, response: card } },
    async (request) => {
      await withdrawContact(request.ctx, request.params.id, request.body)
      return cardOf(request, request.params.id)
    },
  )
  api.post(
    '/contacts/:id/ask-number',
    { schema: { operationId: 'askContactNumber', tags, params, response: card } },
    async (request) => {
      await askNumber(request.ctx, request.params.id)
      return cardOf(request, request.params.id)
    },
  )
  api.post(
    '/contacts/:id/hold',
    { schema: { operationId: 'holdContact', tags, params, body: HoldInput, response: card } },
    async (request) => {
      await holdContact(request.ctx, request.params.id, request.body)
      return cardOf(request, request.params.id)
    },
  )
  api.delete(
    '/contacts/:id/hold',
    { schema: { operationId: 'unholdContact', tags, params, response: card } },
    async (request) => {
      await unholdContact(request.ctx, request.params.id)
      return cardOf(request, request.params.id)
    },
  )
  api.post(
    '/contacts/:id/restriction',
    { schema: { operationId: 'restrictContact', tags, params, body: RestrictInput, response: card } },
    async (request) => {
      await restrictContact(request.ctx, request.params.id, request.body)
      return cardOf(request, request.params.id)
    },
  )
  api.delete(
    '/contacts/:id/restriction',
    { schema: { operationId: 'unrestrictContact', tags, params, response: card } },
    async (request) => {
      await unrestrictContact(request.ctx, request.params.id)
      return cardOf(request, request.params.id)
    },
  )
}
