import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { Content } from './content.ts'

const TEMPLATE_STATES = [
  'draft',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'in_appeal',
  'pending_deletion',
  'deleted',
  'limit_exceeded',
  'archived',
] as const
export type TemplateState = (typeof TEMPLATE_STATES)[number]

export const Category = z.enum(['marketing', 'utility', 'authentication'])

/** A message that Meta must approve, in one language. */
export const Template = z.object({
  id: z.uuid(),
  channelId: z.uuid(),
  name: z.string(),
  language: z.string(),
  category: Category,
  state: z.enum(TEMPLATE_STATES),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  content: Content,
  /** Why Meta rejected, paused or disabled it, in Meta's words. */
  reason: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  /** Campaigns that name it and were not thrown away. */
  usedBy: z.number().int(),
})
export type Template = z.infer<typeof Template>

type Row = Selectable<DB['template']>
type Reader = Pick<Context, 'db' | 'businessId'>

function toTemplate(row: Row & { used_by: number }): Template {
  return {
    id: row.template_id,
    channelId: row.channel_id,
    name: row.name,
    language: row.language,
    category: row.category,
    state: row.state,
    quality: row.quality,
    content: Content.parse(row.content),
    reason: row.reason,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    usedBy: row.used_by,
  }
}

function selectTemplates(ctx: Reader) {
  return ctx.db
    .selectFrom('template')
    .selectAll('template')
    .select(
      sql<number>`(select count(*)::int from campaign where campaign.business_id = template.business_id
        and campaign.template_id = template.template_id)`.as('used_by'),
    )
    .where('template.business_id', '=', ctx.businessId)
}

/** @throws Problem `not_found` */
export async function findTemplate(ctx: Reader, templateId: string): Promise<Template> {
  const row = await selectTemplates(ctx).where('template_id', '=', templateId).executeTakeFirst()
  if (!row) throw templateNotFound()
  return toTemplate(row)
}

/** The row as stored, locked until the transaction ends: for verbs that decide from its state. @throws Problem `not_found` */
export async function lockTemplate(tx: Context, templateId: string): Promise<Row> {
  const row = await tx.db
    .selectFrom('template')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw templateNotFound()
  return row
}

const templateNotFound = () => notFound({ de: 'Diese Vorlage', en: 'This template' })

/** All templates that exist or wait here, the newest change first; what Meta deleted is left out. */
export async function listTemplates(ctx: Context): Promise<Template[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const rows = await selectTemplates(ctx)
    .where('state', 'not in', ['deleted', 'pending_deletion'])
    .orderBy('updated_at', 'desc')
    .orderBy('template_id', 'desc')
    .execute()
  return rows.map(toTemplate)
}

/** @throws Problem `not_found` */
export async function getTemplate(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return findTemplate(ctx, templateId)
}
