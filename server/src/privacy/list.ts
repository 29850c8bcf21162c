import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Language, type Page, PageQuery, toPage } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { ErasureReport, readReport, StoredReport } from './report.ts'

export const PrivacyRequest = z.object({
  id: z.uuid(),
  kind: z.enum(['export', 'erasure']),
  contactId: z.uuid(),
  state: z.enum(['running', 'done', 'failed']),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  report: ErasureReport.nullable(),
})
export type PrivacyRequest = z.infer<typeof PrivacyRequest>

/** Exports and erasures, newest first. */
export async function listPrivacyRequests(
  ctx: Context,
  input: z.input<typeof PageQuery>,
  language: Language,
): Promise<Page<PrivacyRequest>> {
  requireRole(ctx, 'dpo')
  const query = PageQuery.parse(input)
  let select = ctx.db
    .selectFrom('privacy_request')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('request_id', 'desc')
    .limit(query.limit + 1)
  if (query.after) select = select.where('request_id', '<', query.after)
  return toPage(
    await select.execute(),
    query.limit,
    (row) => row.request_id,
    (row) => ({
      id: row.request_id,
      kind: row.kind,
      contactId: row.contact_id,
      state: row.state,
      createdAt: row.created_at.toISOString(),
      doneAt: row.done_at?.toISOString() ?? null,
      report: row.report ? readReport(StoredReport.parse(row.report), language) : null,
    }),
  )
}
