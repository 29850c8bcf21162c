import { z } from 'zod'
import { languageOf, PageOf, type Routes } from '../platform/http/index.ts'
import { mountAnchors } from './anchor/routes.ts'
import { LedgerHead, ledgerCheckpoint, ledgerHead } from './head.ts'
import { LedgerEntry, LedgerQuery, listLedgerEntries } from './list.ts'
import { inclusionProofFor } from './proof.ts'
import { VerifyInput, verifyBusinessLedger } from './verify.ts'

const VerifyAnswer = z.object({
  ok: z.boolean(),
  size: z.number().int(),
  checked: z.number().int(),
  unsealed: z.number().int(),
  at: z.iso.datetime(),
  root: z.string().optional(),
  vouched: z.number().int().optional(),
  shredded: z.number().int().optional(),
  unexplained: z.number().int().optional(),
  seq: z.number().int().nullable().optional(),
  until: z.number().int().nullable().optional(),
  entryId: z.string().nullable().optional(),
  reason: z.string().optional(),
  /** What is wrong, in the caller's language. */
  detail: z.string().optional(),
})

export const ledgerRoutes: Routes = (api) => {
  mountAnchors(api)
  api.get(
    '/ledger',
    { schema: { operationId: 'getLedger', tags: ['ledger'], response: { 200: LedgerHead } } },
    (request) => ledgerHead(request.ctx),
  )
  api.get(
    '/ledger/entries',
    {
      schema: {
        operationId: 'listLedgerEntries',
        tags: ['ledger'],
        querystring: LedgerQuery,
        response: { 200: PageOf(LedgerEntry) },
      },
    },
    (request) => listLedgerEntries(request.ctx, request.query, languageOf(request)),
  )
  api.post(
    '/ledger/verify',
    {
      schema: {
        operationId: 'verifyLedger',
        tags: ['ledger'],
        body: VerifyInput.nullish(),
        response: { 200: VerifyAnswer },
      },
    },
    async (request) => {
      const { at, ...check } = await verifyBusinessLedger(request.ctx, request.body ?? {})
      const detail = check.ok ? {} : { detail: check.sentence[languageOf(request)] }
      return { ...check, ...detail, at: at.toISOString() }
    },
  )
  api.get(
    '/ledger/entries/:id/proof',
    {
      schema: {
        operationId: 'getLedgerProof',
        tags: ['ledger'],
        summary: 'A .tlog-proof file (C2SP tlog-proof@v1) that verifies offline',
        params: z.object({ id: z.uuid() }),
        produces: ['text/plain'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const proof = await inclusionProofFor(request.ctx, request.params.id)
      reply.type('text/plain; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="${request.params.id}.tlog-proof"`)
      return proof
    },
  )
  api.get(
    '/ledger/checkpoint',
    {
      schema: {
        operationId: 'getLedgerCheckpoint',
        tags: ['ledger'],
        summary: 'The newest signed checkpoint (C2SP tlog-checkpoint); keep copies elsewhere',
        querystring: z.object({ size: z.coerce.number().int().positive().optional() }),
        produces: ['text/plain'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const note = await ledgerCheckpoint(request.ctx, request.query.size)
      reply.type('text/plain; charset=utf-8')
      return note
    },
  )
}
