import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { BillingView, getBilling, SetBillingInput, setBilling } from './billing.ts'
import { Comparison, compareCosts, MonthQuery } from './compare.ts'
import { fetchMetaCosts } from './fetch-meta-costs.ts'
import {
  ImportedRates,
  ImportRatesInput,
  importRates,
  listImports,
  PriceImport,
  UndoneImport,
  undoImport,
} from './import-rates.ts'
import { listRates } from './list.ts'
import { deleteRate, RateId } from './remove.ts'
import { SetRateInput, setRate } from './set.ts'
import { PriceRate } from './view.ts'

const tags = ['costs']

export const costsRoutes: Routes = (api) => {
  api.get(
    '/price-rates',
    { schema: { operationId: 'listPriceRates', tags, response: { 200: z.array(PriceRate) } } },
    (request) => listRates(request.ctx),
  )
  api.post(
    '/price-rates',
    { schema: { operationId: 'setPriceRate', tags, body: SetRateInput, response: { 200: PriceRate } } },
    (request) => setRate(request.ctx, request.body),
  )
  api.delete(
    '/price-rates/:id',
    {
      schema: {
        operationId: 'deletePriceRate',
        tags,
        params: RateId,
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async (request) => {
      await deleteRate(request.ctx, request.params)
      return { ok: true }
    },
  )
  api.get(
    '/price-imports',
    { schema: { operationId: 'listPriceImports', tags, response: { 200: z.array(PriceImport) } } },
    (request) => listImports(request.ctx),
  )
  api.post(
    '/price-imports',
    {
      schema: {
        operationId: 'importPrices',
        summary: 'Prices from a CSV file; as a dry run it only says what would change',
        tags,
        body: ImportRatesInput,
        response: { 200: ImportedRates },
      },
    },
    (request) => importRates(request.ctx, request.body, languageOf(request)),
  )
  api.post(
    '/price-imports/:id/undo',
    {
      schema: { operationId: 'undoPriceImport', tags, params: RateId, response: { 200: UndoneImport } },
    },
    (request) => undoImport(request.ctx, request.params.id),
  )
  api.get(
    '/billing',
    { schema: { operationId: 'getBilling', tags, response: { 200: BillingView } } },
    (request) => getBilling(request.ctx),
  )
  api.put(
    '/billing',
    { schema: { operationId: 'setBilling', tags, body: SetBillingInput, response: { 200: BillingView } } },
    (request) => setBilling(request.ctx, request.body),
  )
  api.get(
    '/costs/comparison',
    {
      schema: {
        operationId: 'compareCosts',
        summary: 'What was booked beside what Meta’s pricing analytics say, by day and market',
        tags,
        querystring: MonthQuery,
        response: { 200: Comparison },
      },
    },
    (request) => compareCosts(request.ctx, request.query),
  )
  api.post(
    '/costs/comparison',
    {
      schema: {
        operationId: 'fetchMetaCosts',
        summary: 'Asks Meta what a month cost',
        tags,
        body: MonthQuery,
        response: { 200: Comparison },
      },
    },
    async (request) => {
      await fetchMetaCosts(request.ctx, request.body)
      return compareCosts(request.ctx, request.body)
    },
  )
}
