import { z } from 'zod'
import type { Routes } from '../platform/http/index.ts'
import { AllowCountryInput, allowCountry } from './allow-country.ts'
import { Budget, listBudgets, removeBudget, SetBudgetInput, setBudget } from './budgets.ts'
import { getSendingPolicy, SendingPolicyView, SetSendingPolicyInput, setSendingPolicy } from './set-policy.ts'

const tags = ['sending']

export const dispatchRoutes: Routes = (api) => {
  api.get(
    '/sending-policy',
    { schema: { operationId: 'getSendingPolicy', tags, response: { 200: SendingPolicyView } } },
    (request) => getSendingPolicy(request.ctx),
  )
  api.put(
    '/sending-policy',
    {
      schema: {
        operationId: 'setSendingPolicy',
        tags,
        body: SetSendingPolicyInput,
        response: { 200: SendingPolicyView },
      },
    },
    (request) => setSendingPolicy(request.ctx, request.body),
  )
  api.get(
    '/budgets',
    { schema: { operationId: 'listBudgets', tags, response: { 200: z.array(Budget) } } },
    (request) => listBudgets(request.ctx),
  )
  api.put(
    '/budgets',
    {
      schema: {
        operationId: 'setBudget',
        summary: 'What the business or a topic may spend in a month or a year; nothing is sent beyond it',
        tags,
        body: SetBudgetInput,
        response: { 200: z.array(Budget) },
      },
    },
    (request) => setBudget(request.ctx, request.body),
  )
  api.delete(
    '/budgets/:id',
    {
      schema: {
        operationId: 'removeBudget',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeBudget(request.ctx, request.params.id)
      return reply.status(204).send(null)
    },
  )
  api.post(
    '/channels/:id/allow-country',
    {
      schema: {
        operationId: 'allowCountry',
        summary: 'A country that WhatsApp had refused may be written to again, with a reason',
        tags,
        params: z.object({ id: z.uuid() }),
        body: AllowCountryInput,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await allowCountry(request.ctx, request.params.id, request.body)
      return reply.status(204).send(null)
    },
  )
}
