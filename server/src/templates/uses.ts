import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { DAY } from '../platform/clock.ts'
import type { Context } from '../platform/index.ts'
import { NEEDING } from './in-use.ts'
import { findTemplate } from './template.ts'

export const TemplateUses = z.object({
  /** Campaigns that name it, the last changed first; `needs`: as long as they do, it is neither deleted nor archived. */
  campaigns: z.array(z.object({ id: z.uuid(), name: z.string(), state: z.string(), needs: z.boolean() })),
  /** Messages outside of campaigns, such as tests, that have not left yet and never will once the template is gone. */
  waiting: z.number().int(),
  lastUsedAt: z.iso.datetime().nullable(),
  /** When Meta archives it, should nobody use it until then. */
  archivesAt: z.iso.datetime().nullable(),
  /** When Meta deletes it from the archive. */
  deletesAt: z.iso.datetime().nullable(),
})
export type TemplateUses = z.infer<typeof TemplateUses>

const needing: ReadonlySet<string> = new Set(NEEDING)

/** Days in the archive after which Meta deletes a template. */
const DELETED_AFTER = 28 * DAY

/** When something that rested since a moment is archived: after twelve months. Source: Meta, template archive. */
export function archivedFrom(since: Date): Date {
  const at = new Date(since)
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at
}

/** Deletion from the archive, 28 days later. */
const deletedFrom = (archivedAt: Date): Date => new Date(archivedAt.getTime() + DELETED_AFTER)

/** The end of the last campaign that sent it; of one that runs, now. */
export const lastUse = sql<Date | null>`(select max(case when c.state in ('running', 'paused') then now()
    else coalesce(c.finished_at, c.launched_at) end)
  from campaign c where c.business_id = t.business_id and c.template_id = t.template_id and c.launched_at is not null)`

/**
 * Where a template is used, and how long it stays without. Campaigns and single messages are all that can: what a chat asks and
 * answers by itself (the question for the yes, receipts, the page of preferences) are plain messages in the open window.
 * @throws Problem `not_found`
 */
export async function templateUses(ctx: Context, templateId: string): Promise<TemplateUses> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { state, decidedAt, archivedAt } = await findTemplate(ctx, templateId)
  const campaigns = await ctx.db
    .selectFrom('campaign')
    .select(['campaign_id as id', 'name', 'state'])
    .where('business_id', '=', ctx.businessId)
    .where('template_id', '=', templateId)
    .orderBy('updated_at', 'desc')
    .execute()
  const { waiting } = await ctx.db
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where('business_id', '=', ctx.businessId)
    .where('template_id', '=', templateId)
    .where('campaign_id', 'is', null)
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
  const { used_at } = await ctx.db
    .selectFrom('template as t')
    .select(lastUse.as('used_at'))
    .where('t.business_id', '=', ctx.businessId)
    .where('t.template_id', '=', templateId)
    .executeTakeFirstOrThrow()
  const rests = used_at ?? (decidedAt ? new Date(decidedAt) : null)
  return {
    campaigns: campaigns.map((campaign) => ({ ...campaign, needs: needing.has(campaign.state) })),
    waiting,
    lastUsedAt: used_at?.toISOString() ?? null,
    archivesAt: state === 'approved' && rests ? archivedFrom(rests).toISOString() : null,
    deletesAt: archivedAt ? deletedFrom(new Date(archivedAt)).toISOString() : null,
  }
}
