import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { RecordChange } from './compare.ts'
import { recordCsv, recordPdf } from './print.ts'
import { RecordSection } from './processing-view.ts'
import {
  approveRecord,
  changesBetween,
  findVersion,
  listVersions,
  readRecord,
  sectionsOf,
  storeRecord,
} from './versions.ts'
import { RecordView, recordView, VersionView, versionView } from './views.ts'

const tags = ['records']
const params = z.object({ kind: z.enum(['processing', 'processors']) })
const Which = z.object({ version: z.coerce.number().int().min(1).optional() })

/** The record of Art. 30 and the list of processors: as they are now, and every version. */
export const recordRoutes: Routes = (api) => {
  api.get(
    '/records/documents/:kind',
    { schema: { operationId: 'readRecord', tags, params, response: { 200: RecordView } } },
    async (request) => recordView(await readRecord(request.ctx, request.params.kind), languageOf(request)),
  )
  api.get(
    '/records/documents/:kind/versions',
    { schema: { operationId: 'listRecordVersions', tags, params, response: { 200: z.array(VersionView) } } },
    async ({ ctx, params: { kind } }) => (await listVersions(ctx, kind)).map(versionView),
  )
  api.get(
    '/records/documents/:kind/versions/:version',
    {
      schema: {
        operationId: 'readRecordVersion',
        tags,
        params: params.extend({ version: z.coerce.number().int().min(1) }),
        querystring: z.object({ since: z.coerce.number().int().min(1).optional() }),
        response: {
          200: VersionView.extend({ sections: z.array(RecordSection), changes: z.array(RecordChange) }),
        },
      },
    },
    async (request) => {
      const { kind, version } = request.params
      const language = languageOf(request)
      const found = await findVersion(request.ctx, kind, version)
      const { since } = request.query
      const before = since === undefined ? null : await findVersion(request.ctx, kind, since)
      return {
        ...versionView(found),
        sections: sectionsOf(kind, found.content, language),
        changes: before ? changesBetween(kind, before.content, found.content, language) : [],
      }
    },
  )
  api.post(
    '/records/documents/:kind/versions',
    { schema: { operationId: 'storeRecord', tags, params, response: { 200: RecordView } } },
    async (request) => recordView(await storeRecord(request.ctx, request.params.kind), languageOf(request)),
  )
  api.post(
    '/records/documents/:kind/approval',
    {
      schema: {
        operationId: 'approveRecord',
        tags,
        params,
        body: z.object({ hash: z.string().length(64) }),
        response: { 200: RecordView },
      },
    },
    async (request) => {
      const { kind } = request.params
      await approveRecord(request.ctx, kind, request.body.hash)
      return recordView(await readRecord(request.ctx, kind), languageOf(request))
    },
  )
  api.get(
    '/records/documents/:kind/file.pdf',
    { schema: { operationId: 'recordPdf', tags, params, querystring: Which } },
    async (request, reply) => {
      const { kind } = request.params
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${kind}.pdf"`)
        .header('cache-control', 'no-store')
        .send(await recordPdf(request.ctx, kind, request.query.version, languageOf(request)))
    },
  )
  api.get(
    '/records/documents/:kind/file.csv',
    { schema: { operationId: 'recordCsv', tags, params, querystring: Which } },
    async (request, reply) => {
      const { kind } = request.params
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${kind}.csv"`)
        .header('cache-control', 'no-store')
        .send(await recordCsv(request.ctx, kind, request.query.version, languageOf(request)))
    },
  )
}
