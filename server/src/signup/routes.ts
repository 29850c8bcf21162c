import QRCode from 'qrcode'
import { z } from 'zod'
import type { Api, Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { CreateSourceInput, createSource } from './create-source.ts'
import { Material, MaterialQuery, sourceMaterial } from './material.ts'
import { createSignupRequest, PublicSource, readPublicSource, SignupInput, SignupTicket } from './public.ts'
import { revokeSource } from './revoke-source.ts'
import { getSource, listSources, Source } from './source.ts'
import { UpdateSourceInput, updateSource } from './update-source.ts'

const tags = ['sources']
const params = z.object({ id: z.uuid() })

export const sourceRoutes: Routes = (api, runtime) => {
  api.get(
    '/sources',
    { schema: { operationId: 'listSources', tags, response: { 200: z.array(Source) } } },
    (request) => listSources(request.ctx),
  )
  api.post(
    '/sources',
    { schema: { operationId: 'createSource', tags, body: CreateSourceInput, response: { 201: Source } } },
    async (request, reply) => reply.status(201).send(await createSource(request.ctx, request.body)),
  )
  api.patch(
    '/sources/:id',
    {
      schema: {
        operationId: 'updateSource',
        tags,
        params,
        body: UpdateSourceInput,
        response: { 200: Source },
      },
    },
    (request) => updateSource(request.ctx, request.params.id, request.body),
  )
  api.post(
    '/sources/:id/revoke',
    { schema: { operationId: 'revokeSource', tags, params, response: { 200: Source } } },
    (request) => revokeSource(request.ctx, request.params.id),
  )
  api.get(
    '/sources/:id/qr.svg',
    { schema: { operationId: 'sourceQrSvg', tags, params } },
    async (request, reply) => {
      const { link } = await getSource(request.ctx, request.params.id)
      return reply.type('image/svg+xml').send(await QRCode.toString(link, { type: 'svg', margin: 2 }))
    },
  )
  api.get(
    '/sources/:id/qr.png',
    { schema: { operationId: 'sourceQrPng', tags, params } },
    async (request, reply) => {
      const { link } = await getSource(request.ctx, request.params.id)
      return reply.type('image/png').send(await QRCode.toBuffer(link, { width: 1024, margin: 2 }))
    },
  )
  api.get(
    '/sources/:id/material',
    {
      schema: {
        operationId: 'sourceMaterial',
        tags,
        params,
        querystring: MaterialQuery,
        response: { 200: Material },
      },
    },
    (request) => sourceMaterial(request.ctx, request.params.id, request.query),
  )
  api.get(
    '/sources/:id/snippet',
    {
      schema: {
        operationId: 'sourceSnippet',
        tags,
        params,
        response: { 200: z.object({ html: z.string() }) },
      },
    },
    async (request) => ({ html: snippet(runtime, await getSource(request.ctx, request.params.id)) }),
  )
}

/** The line that a shop puts into its pages. */
function snippet(runtime: Runtime, source: Source): string {
  const options = [
    source.settings.position ? ` data-position="${source.settings.position}"` : '',
    source.settings.color ? ` data-color="${source.settings.color}"` : '',
  ]
  return `<script src="${runtime.config.publicUrl}/widget.js" data-source="${source.publicId}"${options.join('')} async></script>`
}

/**
 * What the bubble calls from any shop's page: open to everyone, without cookies, and limited per address.
 * Nothing sent here can make the business write to anybody (C-04).
 */
export function mountPublicSources(api: Api, runtime: Runtime): void {
  const publicParams = z.object({ publicId: z.string().max(80) })
  api.addHook('onRequest', async (request, reply) => {
    if (!request.url.includes('/public/sources/')) return
    reply.header('access-control-allow-origin', '*').header('vary', 'origin')
  })
  api.options('/public/sources/*', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'content-type')
      .header('access-control-max-age', '86400')
      .status(204)
      .send(),
  )
  api.get(
    '/public/sources/:publicId',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        operationId: 'readPublicSource',
        tags,
        params: publicParams,
        querystring: z.object({ lang: z.string().max(10).optional() }),
        response: { 200: PublicSource },
      },
    },
    (request) => readPublicSource(runtime, request.params.publicId, request.query.lang),
  )
  api.post(
    '/public/sources/:publicId/requests',
    {
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        operationId: 'createSignupRequest',
        tags,
        params: publicParams,
        body: SignupInput,
        response: { 201: SignupTicket },
      },
    },
    async (request, reply) =>
      reply.status(201).send(await createSignupRequest(runtime, request.params.publicId, request.body)),
  )
}
