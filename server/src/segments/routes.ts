import { z } from 'zod'
import { ContactRow } from '../contacts/index.ts'
import type { Routes } from '../platform/http/index.ts'
import { countSegment, RulesInput, SegmentCount } from './count.ts'
import { sampleSegment } from './sample.ts'
import {
  CreateSegmentInput,
  createSegment,
  deleteSegment,
  UpdateSegmentInput,
  updateSegment,
} from './save.ts'
import { getSegment, listSegments, Segment } from './segment.ts'

const tags = ['segments']
const ById = z.object({ id: z.uuid() })

export const segmentRoutes: Routes = (api) => {
  api.get(
    '/segments',
    { schema: { operationId: 'listSegments', tags, response: { 200: z.array(Segment) } } },
    (request) => listSegments(request.ctx),
  )
  api.post(
    '/segments',
    { schema: { operationId: 'createSegment', tags, body: CreateSegmentInput, response: { 200: Segment } } },
    (request) => createSegment(request.ctx, request.body),
  )
  api.get(
    '/segments/:id',
    { schema: { operationId: 'getSegment', tags, params: ById, response: { 200: Segment } } },
    (request) => getSegment(request.ctx, request.params.id),
  )
  api.patch(
    '/segments/:id',
    {
      schema: {
        operationId: 'updateSegment',
        tags,
        params: ById,
        body: UpdateSegmentInput,
        response: { 200: Segment },
      },
    },
    (request) => updateSegment(request.ctx, request.params.id, request.body),
  )
  api.delete(
    '/segments/:id',
    {
      schema: {
        operationId: 'deleteSegment',
        tags,
        params: ById,
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async (request) => {
      await deleteSegment(request.ctx, request.params.id)
      return { ok: true }
    },
  )
  api.post(
    '/segments/count',
    { schema: { operationId: 'countSegment', tags, body: RulesInput, response: { 200: SegmentCount } } },
    (request) => countSegment(request.ctx, request.body),
  )
  api.post(
    '/segments/sample',
    {
      schema: {
        operationId: 'sampleSegment',
        tags,
        body: RulesInput,
        response: { 200: z.object({ items: z.array(ContactRow) }) },
      },
    },
    async (request) => ({ items: await sampleSegment(request.ctx, request.body) }),
  )
}
