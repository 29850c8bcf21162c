import { z } from 'zod'
import { ContactRow } from '../contacts/index.ts'
import { PageOf, type Routes } from '../platform/http/index.ts'
import { DuplicateGroup, DuplicatesQuery, findDuplicates, listDuplicates } from './duplicates.ts'
import { ContactMerge, listMerges } from './list.ts'
import { MergeInput, mergeContacts } from './merge.ts'
import { MergePreview, previewMerge } from './preview.ts'
import { undoMerge } from './undo.ts'

const tags = ['contacts']
const params = z.object({ id: z.uuid() })

export const mergeRoutes: Routes = (api) => {
  api.get(
    '/contacts/:id/duplicates',
    { schema: { operationId: 'listDuplicates', tags, params, response: { 200: z.array(ContactRow) } } },
    (request) => findDuplicates(request.ctx, request.params.id),
  )
  api.get(
    '/contact-duplicates',
    {
      schema: {
        operationId: 'listAllDuplicates',
        tags,
        querystring: DuplicatesQuery,
        response: { 200: PageOf(DuplicateGroup) },
      },
    },
    (request) => listDuplicates(request.ctx, request.query),
  )
  api.get(
    '/contacts/:id/merges',
    { schema: { operationId: 'listContactMerges', tags, params, response: { 200: z.array(ContactMerge) } } },
    (request) => listMerges(request.ctx, request.params.id),
  )
  api.get(
    '/contacts/:id/merge-preview',
    {
      schema: {
        operationId: 'previewContactMerge',
        tags,
        params,
        querystring: z.object({ otherId: z.uuid() }),
        response: { 200: MergePreview },
      },
    },
    (request) => previewMerge(request.ctx, request.params.id, request.query.otherId),
  )
  api.post(
    '/contacts/:id/merge',
    {
      schema: {
        operationId: 'mergeContacts',
        tags,
        params,
        body: MergeInput,
        response: { 200: z.object({ keptId: z.uuid() }) },
      },
    },
    async (request) => ({ keptId: await mergeContacts(request.ctx, request.params.id, request.body) }),
  )
  api.post(
    '/contact-merges/:id/undo',
    {
      schema: {
        operationId: 'undoContactMerge',
        tags,
        params,
        response: { 200: z.object({ keptId: z.uuid(), goneId: z.uuid() }) },
      },
    },
    (request) => undoMerge(request.ctx, request.params.id),
  )
}
