import { z } from 'zod'
import type { Routes } from '../../platform/http/index.ts'
import { FILE_LIMITS } from '../file-type.ts'
import { addFile } from './add.ts'
import { listFiles, openFile, TemplateFile } from './file.ts'
import { removeFile } from './remove.ts'

const tags = ['templates']
const ById = z.object({ id: z.uuid() })

export const templateFileRoutes: Routes = (api) => {
  api.get(
    '/template-files',
    { schema: { operationId: 'listTemplateFiles', tags, response: { 200: z.array(TemplateFile) } } },
    (request) => listFiles(request.ctx),
  )
  api.post(
    '/template-files',
    {
      schema: {
        operationId: 'addTemplateFile',
        tags,
        summary: 'A form with the part `file`',
        consumes: ['multipart/form-data'],
        response: { 200: TemplateFile },
      },
    },
    (request) =>
      addFile(request.ctx, async () => {
        const part = await request.file({ limits: { fileSize: FILE_LIMITS.document.bytes + 1 } })
        return part ? { name: part.filename, bytes: await part.toBuffer() } : null
      }),
  )
  api.get(
    '/template-files/:id/content',
    {
      schema: { operationId: 'openTemplateFile', tags, summary: 'The bytes of the file', params: ById },
    },
    async (request, reply) => {
      const { bytes, type } = await openFile(request.ctx, request.params.id)
      return reply
        .header('content-type', type)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .send(bytes)
    },
  )
  api.delete(
    '/template-files/:id',
    {
      schema: {
        operationId: 'removeTemplateFile',
        tags,
        params: ById,
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async (request) => {
      await removeFile(request.ctx, request.params.id)
      return { ok: true }
    },
  )
}
