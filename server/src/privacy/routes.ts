import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { EraseInput, erasePerson } from './erase.ts'
import { exportPerson } from './export.ts'
import { exportPersonPdf } from './export-pdf.ts'
import { exportPortable, PortableExport } from './portability.ts'
import { ErasureReport, readReport } from './report.ts'
import { requestRoutes } from './routes-requests.ts'
import { restrictedRoutes } from './routes-restricted.ts'

const tags = ['privacy']
const params = z.object({ id: z.uuid() })

export const privacyRoutes: Routes = (api, runtime) => {
  api.post(
    '/privacy/contacts/:id/export',
    {
      schema: {
        operationId: 'exportPerson',
        tags,
        params,
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async (request, reply) => {
      const person = await exportPerson(request.ctx, request.params.id)
      return reply
        .header('content-disposition', `attachment; filename="person-${request.params.id}.json"`)
        .header('cache-control', 'no-store')
        .send({ ...person })
    },
  )
  api.post(
    '/privacy/contacts/:id/export.pdf',
    {
      schema: {
        operationId: 'exportPersonPdf',
        tags,
        summary: 'Everything known of a person, to be read and printed',
        params,
      },
    },
    async (request, reply) => {
      const pdf = await exportPersonPdf(request.ctx, request.params.id)
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="person-${request.params.id}.pdf"`)
        .header('cache-control', 'no-store')
        .send(pdf)
    },
  )
  api.post(
    '/privacy/contacts/:id/portable',
    {
      schema: {
        operationId: 'exportPortable',
        tags,
        summary: 'What the person provided, in a form they can take elsewhere (Art. 20 GDPR)',
        params,
        response: { 200: PortableExport },
      },
    },
    async (request, reply) => {
      const portable = await exportPortable(request.ctx, request.params.id)
      return reply
        .header('content-disposition', `attachment; filename="portable-${request.params.id}.json"`)
        .header('cache-control', 'no-store')
        .send(portable)
    },
  )
  api.post(
    '/privacy/contacts/:id/erase',
    {
      schema: {
        operationId: 'erasePerson',
        tags,
        params,
        body: EraseInput,
        response: { 200: z.object({ report: ErasureReport }) },
      },
    },
    async (request) => {
      const report = await erasePerson(request.ctx, request.params.id, request.body)
      return { report: readReport(report, languageOf(request)) }
    },
  )
  requestRoutes(api, runtime)
  restrictedRoutes(api, runtime)
}
