import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { Content } from './content.ts'
import { changeTemplate, saveChange } from './store.ts'
import { Category, findTemplate, lockTemplate, type Template, type TemplateState } from './template.ts'

/** A text as it went to Meta's review, and what came of it. */
export const TemplateVersion = z.object({
  version: z.number().int(),
  category: Category,
  content: Content,
  submittedAt: z.iso.datetime(),
  /** Who submitted it, as colleagues know them; null when they have left. */
  submittedBy: z.string().nullable(),
  outcome: z.enum(['pending', 'approved', 'rejected']),
  decidedAt: z.iso.datetime().nullable(),
  /** Why Meta rejected it, in Meta's words. */
  reason: z.string().nullable(),
})
export type TemplateVersion = z.infer<typeof TemplateVersion>

type Submitted = Pick<Template, 'category' | 'content'>

/** Keeps what is being submitted. */
export async function keepVersion(
  tx: Context,
  templateId: string,
  version: number,
  { category, content }: Submitted,
): Promise<void> {
  await tx.db
    .insertInto('template_version')
    .values({
      business_id: tx.businessId,
      template_id: templateId,
      version,
      category,
      content: JSON.stringify(content),
      submitted_at: tx.clock.now(),
      submitted_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
      outcome: 'pending',
    })
    .execute()
}

/** Meta never got it. */
export async function dropVersion(tx: Context, templateId: string, version: number): Promise<void> {
  await tx.db
    .deleteFrom('template_version')
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .where('version', '=', version)
    .execute()
}

/** Notes Meta's verdict on the version that waits for one. */
export async function decideVersion(
  tx: Context,
  { template_id, version }: { template_id: string; version: number },
  state: TemplateState,
  reason: string | null,
): Promise<void> {
  if (state !== 'approved' && state !== 'rejected') return
  await tx.db
    .updateTable('template_version')
    .set({ outcome: state, decided_at: tx.clock.now(), reason })
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', template_id)
    .where('version', '=', version)
    .where('outcome', '=', 'pending')
    .execute()
}

/** Every version, the latest first. @throws Problem `not_found` */
export async function listVersions(ctx: Context, templateId: string): Promise<TemplateVersion[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  await findTemplate(ctx, templateId)
  const rows = await ctx.db
    .selectFrom('template_version as v')
    .leftJoin('member as m', (join) =>
      join.onRef('m.business_id', '=', 'v.business_id').onRef('m.member_id', '=', 'v.submitted_by'),
    )
    .leftJoin('account as a', 'a.id', 'm.account_id')
    .selectAll('v')
    .select('a.name as submitted_name')
    .where('v.business_id', '=', ctx.businessId)
    .where('v.template_id', '=', templateId)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    category: row.category,
    content: Content.parse(row.content),
    submittedAt: row.submitted_at.toISOString(),
    submittedBy: row.submitted_name,
    outcome: row.outcome,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
  }))
}

export const RestoreInput = z.object({ version: z.number().int().min(1) })

/**
 * Makes an earlier version the text to work on: in a draft or a rejected template it replaces the text, on one that Meta has it
 * becomes a saved change, which a member submits.
 * @throws Problem `not_found`, `template_fixed`
 */
export async function restoreVersion(
  ctx: Context,
  templateId: string,
  input: z.input<typeof RestoreInput>,
): Promise<Template> {
  requireRole(ctx, 'marketer')
  const { version } = RestoreInput.parse(input)
  const wanted = (await listVersions(ctx, templateId)).find((each) => each.version === version)
  if (!wanted) throw notFound({ de: 'Diese Fassung', en: 'This version' })
  return withTransaction(ctx, async (tx) => {
    const row = await lockTemplate(tx, templateId)
    const { category, content } = wanted
    if (row.state === 'draft' || row.state === 'rejected')
      await changeTemplate(tx, templateId, { category, content })
    else if (row.state === 'approved' || row.state === 'paused')
      // The category of what Meta has approved stays.
      await saveChange(tx, templateId, {
        category: row.state === 'approved' ? row.category : category,
        content,
      })
    else {
      throw new Problem('conflict', 'template_fixed', {
        de: 'In diesem Zustand lässt sich nichts zurückholen. Dupliziere die Vorlage.',
        en: 'Nothing can be restored in this state. Duplicate the template.',
      })
    }
    await recordAudit(tx, {
      action: 'template.restore',
      entity: 'template',
      entityId: templateId,
      after: { version },
    })
    return findTemplate(tx, templateId)
  })
}

/** Throws the saved change away; what Meta has stays as it is. @throws Problem `not_found` */
export async function discardChange(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer')
  return withTransaction(ctx, async (tx) => {
    await lockTemplate(tx, templateId)
    await saveChange(tx, templateId, null)
    await recordAudit(tx, { action: 'template.discard', entity: 'template', entityId: templateId })
    return findTemplate(tx, templateId)
  })
}
