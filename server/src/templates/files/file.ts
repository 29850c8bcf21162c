import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../../platform/authorise.ts'
import { type Context, notFound } from '../../platform/index.ts'

/** A picture, video or document that a member uploaded for headers. */
export const TemplateFile = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  kind: z.enum(['image', 'video', 'document']),
  /** Bytes. */
  size: z.number().int(),
  createdAt: z.iso.datetime(),
  /** Templates that show it. */
  usedBy: z.number().int(),
})
export type TemplateFile = z.infer<typeof TemplateFile>

type Reader = Pick<Context, 'db' | 'businessId'>

function selectFiles({ db, businessId }: Reader) {
  const shows = (column: 'content' | 'draft') =>
    sql`strpos(coalesce(t.${sql.ref(column)}::text, ''), f.file_id::text) > 0`
  return db
    .selectFrom('template_file as f')
    .selectAll('f')
    .select(
      sql<number>`(select count(*)::int from template t where t.business_id = f.business_id and t.state <> 'deleted'
        and (${shows('content')} or ${shows('draft')}))`.as('used_by'),
    )
    .where('f.business_id', '=', businessId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>

const toFile = (row: Row): TemplateFile => ({
  id: row.file_id,
  name: row.name,
  type: row.type,
  kind: row.kind,
  size: row.size,
  createdAt: row.created_at.toISOString(),
  usedBy: row.used_by,
})

/** Newest first. */
export async function listFiles(ctx: Context): Promise<TemplateFile[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const rows = await selectFiles(ctx).orderBy('f.file_id', 'desc').execute()
  return rows.map(toFile)
}

/** @throws Problem `not_found` */
export async function findFile(ctx: Reader, fileId: string): Promise<TemplateFile> {
  const row = await selectFiles(ctx).where('f.file_id', '=', fileId).executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Datei', en: 'This file' })
  return toFile(row)
}

/** A file with its bytes. @throws Problem `not_found` */
export async function readFile(ctx: Reader, fileId: string): Promise<TemplateFile & { bytes: Buffer }> {
  const file = await findFile(ctx, fileId)
  const parts = await ctx.db
    .selectFrom('template_file_part')
    .select('bytes')
    .where('business_id', '=', ctx.businessId)
    .where('file_id', '=', fileId)
    .orderBy('part')
    .execute()
  return { ...file, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) }
}

/** What a page shows. @throws Problem `not_found` */
export async function openFile(ctx: Context, fileId: string): Promise<TemplateFile & { bytes: Buffer }> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return readFile(ctx, fileId)
}
