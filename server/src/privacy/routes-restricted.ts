import { z } from 'zod'
import type { Routes } from '../platform/http/index.ts'
import { ForgetBlockInput, forgetBlock } from './forget-block.ts'
import { RestrictedProof, readRestricted } from './read-restricted.ts'
import { restrictedPack } from './restricted-pack.ts'
import {
  getPrivacySettings,
  PrivacySettings,
  UpdateSettingsInput,
  updatePrivacySettings,
} from './settings.ts'
import { shreddedText } from './shredded-text.ts'
import {
  DecideUnlockInput,
  decideUnlock,
  RequestUnlockInput,
  RestrictedView,
  requestUnlock,
  restrictedView,
} from './unlock.ts'

const tags = ['privacy']
const params = z.object({ id: z.uuid() })

export const restrictedRoutes: Routes = (api) => {
  api.get(
    '/privacy/restricted',
    { schema: { operationId: 'getRestricted', tags, response: { 200: RestrictedView } } },
    (request) => restrictedView(request.ctx),
  )
  api.post(
    '/privacy/restricted/unlocks',
    {
      schema: {
        operationId: 'requestUnlock',
        tags,
        summary: 'Asks to open the restricted proof of one person; another member has to approve',
        body: RequestUnlockInput,
        response: { 200: RestrictedView },
      },
    },
    async (request) => {
      await requestUnlock(request.ctx, request.body)
      return restrictedView(request.ctx)
    },
  )
  api.post(
    '/privacy/restricted/unlocks/:id/decide',
    {
      schema: {
        operationId: 'decideUnlock',
        tags,
        params,
        body: DecideUnlockInput,
        response: { 200: RestrictedView },
      },
    },
    async (request) => {
      await decideUnlock(request.ctx, request.params.id, request.body)
      return restrictedView(request.ctx)
    },
  )
  api.post(
    '/privacy/restricted/unlocks/:id/read',
    { schema: { operationId: 'readRestricted', tags, params, response: { 200: RestrictedProof } } },
    async (request, reply) => {
      const proof = await readRestricted(request.ctx, request.params.id)
      return reply
        .header('content-disposition', `attachment; filename="restricted-${request.params.id}.json"`)
        .header('cache-control', 'no-store')
        .send(proof)
    },
  )
  api.post(
    '/privacy/restricted/unlocks/:id/pack',
    {
      schema: {
        operationId: 'restrictedPack',
        tags,
        summary:
          'A ZIP that proves the consents of somebody who was erased; for the two members who unlocked it',
        params,
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { fileName, zip } = await restrictedPack(request.ctx, request.params.id)
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('cache-control', 'no-store')
        .send(zip)
    },
  )
  api.post(
    '/privacy/block-list/forget',
    {
      schema: {
        operationId: 'forgetBlock',
        tags,
        summary: 'Takes the block list’s entry of somebody who was erased away, because they demand it',
        body: ForgetBlockInput,
        response: { 200: z.object({ forgotten: z.number().int() }) },
      },
    },
    (request) => forgetBlock(request.ctx, request.body),
  )
  api.get(
    '/privacy/shredded',
    {
      schema: {
        operationId: 'getShredded',
        tags,
        summary: 'The list of destroyed keys, to be kept on paper',
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const text = await shreddedText(request.ctx)
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', 'attachment; filename="shredded.txt"')
        .header('cache-control', 'no-store')
        .send(text)
    },
  )
  api.get(
    '/privacy/settings',
    { schema: { operationId: 'getPrivacySettings', tags, response: { 200: PrivacySettings } } },
    (request) => getPrivacySettings(request.ctx),
  )
  api.patch(
    '/privacy/settings',
    {
      schema: {
        operationId: 'updatePrivacySettings',
        tags,
        body: UpdateSettingsInput,
        response: { 200: PrivacySettings },
      },
    },
    (request) => updatePrivacySettings(request.ctx, request.body),
  )
}
