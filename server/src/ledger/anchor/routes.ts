import { z } from 'zod'
import { type Api, PageOf } from '../../platform/http/index.ts'
import { AnchorQuery, anchorProof, listAnchors } from './find.ts'
import { AnchorNowAnswer, AnchorNowInput, anchorNow } from './now.ts'
import { AnchorView } from './view.ts'

const tags = ['ledger']

/** What left this installation, and the button that takes the newest checkpoint out. */
export function mountAnchors(api: Api): void {
  api.get(
    '/ledger/anchors',
    {
      schema: {
        operationId: 'listLedgerAnchors',
        tags,
        querystring: AnchorQuery,
        response: { 200: PageOf(AnchorView) },
      },
    },
    (request) => listAnchors(request.ctx, request.query),
  )
  api.post(
    '/ledger/anchors',
    {
      schema: {
        operationId: 'anchorLedger',
        tags,
        summary: 'Takes the newest checkpoint out now, every way that is set up',
        body: AnchorNowInput.nullish(),
        response: { 200: AnchorNowAnswer },
      },
    },
    (request) => anchorNow(request.ctx, request.body ?? {}),
  )
  api.get(
    '/ledger/anchors/:id/proof',
    {
      schema: {
        operationId: 'getLedgerAnchorProof',
        tags,
        summary:
          'What came back from outside: an RFC 3161 token (DER), a cosignature, or the mail server’s answer',
        params: z.object({ id: z.uuid() }),
        produces: ['application/octet-stream', 'text/plain'],
      },
    },
    async (request, reply) => {
      const { fileName, proof, binary } = await anchorProof(request.ctx, request.params.id)
      reply.type(binary ? 'application/octet-stream' : 'text/plain; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="${fileName}"`)
      return reply.send(Buffer.from(proof))
    },
  )
}
