import type { Selectable } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, notFound } from '../platform/index.ts'

const ImportProblem = z.object({ line: z.number().int(), reason: z.string() })

export const ContactImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(['running', 'finished', 'failed']),
  rowsTotal: z.number().int(),
  rowsGood: z.number().int(),
  rowsBad: z.number().int(),
  /** Line and reason of the first thousand rows that were not taken; never what stood in them. */
  problems: z.array(ImportProblem),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ContactImport = z.infer<typeof ContactImport>

/** @throws Problem `not_found` */
export async function getImport(ctx: Context, importId: string): Promise<ContactImport> {
  requireRole(ctx, 'marketer', 'dpo')
  const row = await ctx.db
    .selectFrom('contact_import')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Import', en: 'This import' })
  return toView(row)
}

/** The business's imports, newest first. */
export async function listImports(
  ctx: Context,
  input: z.input<typeof PageQuery>,
): Promise<Page<ContactImport>> {
  requireRole(ctx, 'marketer', 'dpo')
  const query = PageQuery.parse(input)
  let select = ctx.db
    .selectFrom('contact_import')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('import_id', 'desc')
    .limit(query.limit + 1)
  if (query.after) select = select.where('import_id', '<', query.after)
  return toPage(await select.execute(), query.limit, (row) => row.import_id, toView)
}

function toView(row: Selectable<DB['contact_import']>): ContactImport {
  return {
    id: row.import_id,
    fileName: row.file_name,
    state: row.state,
    rowsTotal: row.rows_total,
    rowsGood: row.rows_good,
    rowsBad: row.rows_bad,
    problems: z.array(ImportProblem).parse(row.problems),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
