import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context, Sentence } from '../platform/index.ts'
import { CostChange, costChange } from './cost-change.ts'
import { Category, findTemplate } from './template.ts'

export const CategoryPage = z.object({
  category: Category,
  /** What it was before Meta changed it. */
  before: Category.nullable(),
  changedAt: z.iso.datetime().nullable(),
  announced: z.object({ category: Category, at: z.iso.datetime().nullable() }).nullable(),
  /** Of the last change, or of the announced one. */
  cost: CostChange.nullable(),
  note: z.string().nullable(),
  /** Messages of this template that wait. */
  waiting: z.number().int(),
  /** Messages that were withheld because they had become marketing. */
  withheld: z.number().int(),
})
export type CategoryPage = z.infer<typeof CategoryPage>

const TO_MARKETING: Sentence = {
  de: 'Meta liest die Vorlage als Werbung. Sie geht nur noch an Menschen, die in Werbung eingewilligt haben; was für andere wartete, wird nicht gesendet (C-64). Nimm die werbenden Sätze heraus und lege sie als neue Service-Vorlage an, wenn alle sie bekommen müssen.',
  en: 'Meta reads the template as advertising. It goes only to people who consented to marketing; what waited for others is not sent (C-64). Take the promotional sentences out and create a new utility template if everybody must get it.',
}
const TO_UTILITY: Sentence = {
  de: 'Meta liest die Vorlage als Service. Das ist meist günstiger. Kampagnen damit bleiben an die Einwilligung gebunden.',
  en: 'Meta reads the template as utility. That is mostly cheaper. Campaigns with it stay bound to consent.',
}

/** What Meta has made of the category, what that costs, and what became of messages that waited. @throws Problem `not_found` */
export async function categoryPage(
  ctx: Context,
  templateId: string,
  language: Language,
): Promise<CategoryPage> {
  requireRole(ctx, 'marketer', 'dpo')
  const { category, categoryNotice } = await findTemplate(ctx, templateId)
  const row = await ctx.db
    .selectFrom('template')
    .select(['category_before', 'category_changed_at'])
    .where('business_id', '=', ctx.businessId)
    .where('template_id', '=', templateId)
    .executeTakeFirstOrThrow()
  const [from, to] = categoryNotice ? [category, categoryNotice.category] : [row.category_before, category]
  const changed = from && from !== to
  return {
    category,
    before: row.category_before,
    changedAt: row.category_changed_at?.toISOString() ?? null,
    announced: categoryNotice,
    cost: changed ? await costChange(ctx, from, to) : null,
    note: changed ? (to === 'marketing' ? TO_MARKETING : TO_UTILITY)[language] : null,
    ...(await counts(ctx, templateId)),
  }
}

async function counts(ctx: Context, templateId: string): Promise<{ waiting: number; withheld: number }> {
  const { rows } = await sql<{ waiting: number; withheld: number }>`
    select count(*) filter (where state = 'queued')::int as waiting,
      count(*) filter (where state = 'withheld' and reason = 'category_changed')::int as withheld
    from message where business_id = ${ctx.businessId} and template_id = ${templateId}`.execute(ctx.db)
  return rows[0] ?? { waiting: 0, withheld: 0 }
}
