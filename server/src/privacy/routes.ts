import { z } from 'zod'
import { languageOf, type Routes } from '../platform/http/index.ts'
import { EraseInput, erasePerson } from './erase.ts'
import { exportPerson } from './export.ts'
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
