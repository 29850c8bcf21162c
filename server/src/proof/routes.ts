import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Api, Routes } from '../platform/http/index.ts'
import { proofPack, VERIFIER_PATH, verifierPage } from './pack.ts'

const tags = ['contacts']
const produces = ['application/zip']
const Contact = z.object({ id: z.uuid() })
const Consent = Contact.extend({ topicId: z.uuid(), channelId: z.uuid() })

export const proofRoutes: Routes = (api) => {
  const answer = (reply: FastifyReply, { fileName, zip }: Awaited<ReturnType<typeof proofPack>>) =>
    reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(zip)

  api.get(
    '/contacts/:id/proof',
    {
      schema: {
        operationId: 'getContactProof',
        tags,
        summary: 'A ZIP that proves all consents of a person, and checks itself offline',
        params: Contact,
        produces,
      },
    },
    async (request, reply) => answer(reply, await proofPack(request.ctx, request.params.id)),
  )
  api.get(
    '/contacts/:id/consents/:topicId/:channelId/proof',
    {
      schema: {
        operationId: 'getConsentProof',
        tags,
        summary: 'A ZIP that proves one consent, and checks itself offline',
        params: Consent,
        produces,
      },
    },
    async (request, reply) => {
      const { id, topicId, channelId } = request.params
      return answer(reply, await proofPack(request.ctx, id, { topicId, channelId }))
    },
  )
}

/** The page that checks packs, for whoever has one and trusts no file in it. Public; it holds nothing and sends nothing. */
export function mountVerifier(api: Api): void {
  const page = verifierPage()
  const etag = `"${createHash('sha256').update(page).digest('base64url')}"`
  // The page carries its own, stricter rules; those of the admin would stop its script.
  const [, rules = ''] = /http-equiv="content-security-policy" content="([^"]+)"/.exec(page.toString()) ?? []
  api.get(VERIFIER_PATH, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', `${rules}; frame-ancestors 'none'`)
      .header('etag', etag)
      .send(page),
  )
}
