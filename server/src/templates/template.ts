import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { Content } from './content.ts'
import { editsLeft } from './edit-limits.ts'

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

/** Meta has deleted it, or is about to: nothing can be sent with it any more. */
export const GONE_STATES = ['deleted', 'pending_deletion'] as const satisfies readonly TemplateState[]

export const Category = z.enum(['marketing', 'utility', 'authentication'])

/** A change of an approved template that nobody has submitted yet. */
const SavedChange = z.object({ category: Category, content: Content })

/** A message that Meta must approve, in one language. */
export const Template = z
  .object({
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
    /** How often it was submitted; 0: Meta has never seen it. */
    version: z.number().int(),
    draft: SavedChange.nullable(),
    /** While Meta lets it rest: the first time three hours, then six, then never again. Without a step it is a pause of pacing. */
    pause: z
      .object({
        until: z.iso.datetime().nullable(),
        step: z.number().int().nullable(),
        /** Pauses of pacing end by a person's hand, those by quality by themselves. */
        canUnpause: z.boolean(),
      })
      .nullable(),
    /** Changes that Meta still takes of an approved one in 30 days, and from when on; null: as many as one likes. */
    edits: z.object({ left: z.number().int().nullable(), nextAt: z.iso.datetime().nullable() }),
    /** A change of category that Meta has announced. */
    categoryNotice: z.object({ category: Category, at: z.iso.datetime().nullable() }).nullable(),
    appealedAt: z.iso.datetime().nullable(),
    archivedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Template' })
export type Template = z.infer<typeof Template>

type Row = Selectable<DB['template']>
type Reader = Pick<Context, 'db' | 'businessId' | 'clock'>

function toTemplate(row: Row & { used_by: number }, now: Date): Template {
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
    version: row.version,
    draft: SavedChange.nullable().parse(row.draft),
    pause:
      row.state === 'paused'
        ? {
            until: row.paused_until?.toISOString() ?? null,
            step: row.pause_step,
            canUnpause: row.pause_step === null,
          }
        : null,
    edits: editsLeft(row, now),
    categoryNotice: row.next_category
      ? { category: row.next_category, at: row.next_category_at?.toISOString() ?? null }
      : null,
    appealedAt: row.appealed_at?.toISOString() ?? null,
    archivedAt: row.archived_at?.toISOString() ?? null,
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
  return toTemplate(row, ctx.clock.now())
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
    .where('state', 'not in', GONE_STATES)
    .orderBy('updated_at', 'desc')
    .orderBy('template_id', 'desc')
    .execute()
  const now = ctx.clock.now()
  return rows.map((row) => toTemplate(row, now))
}

/** @throws Problem `not_found` */
export async function getTemplate(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return findTemplate(ctx, templateId)
}
