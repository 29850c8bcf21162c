import { PageOf, type Routes } from '../platform/http/index.ts'
import { AuditEntry, AuditQuery, listAudit } from './list.ts'

export const auditRoutes: Routes = (api) => {
  api.get(
    '/audit',
    {
      schema: {
        operationId: 'listAudit',
        tags: ['audit'],
        querystring: AuditQuery,
        response: { 200: PageOf(AuditEntry) },
      },
    },
    (request) => listAudit(request.ctx, request.query),
  )
}
