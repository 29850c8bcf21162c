import { z } from 'zod'
import type { Routes } from '../platform/http/index.ts'
import { listRates } from './list.ts'
import { deleteRate, RateId } from './remove.ts'
import { SetRateInput, setRate } from './set.ts'
import { PriceRate } from './view.ts'

export const costsRoutes: Routes = (api) => {
  api.get(
    '/price-rates',
    {
      schema: {
        operationId: 'listPriceRates',
        tags: ['costs'],
        response: { 200: z.array(PriceRate) },
      },
    },
    (request) => listRates(request.ctx),
  )
  api.post(
    '/price-rates',
    {
      schema: {
        operationId: 'setPriceRate',
        tags: ['costs'],
        body: SetRateInput,
        response: { 200: PriceRate },
      },
    },
    (request) => setRate(request.ctx, request.body),
  )
  api.delete(
    '/price-rates/:id',
    {
      schema: {
        operationId: 'deletePriceRate',
        tags: ['costs'],
        params: RateId,
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async (request) => {
      await deleteRate(request.ctx, request.params)
      return { ok: true }
    },
  )
}
