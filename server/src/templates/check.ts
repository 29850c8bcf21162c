import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { Content } from './content.ts'
import type { Finding } from './lint/finding.ts'
import { checkTemplate, type TemplateDraft } from './lint/lint.ts'
import { Category, GONE_STATES } from './template.ts'

export const CheckTemplateInput = z.object({
  /** The template that this text changes; without it the text is new. */
  templateId: z.uuid().optional(),
  channelId: z.uuid().optional(),
  name: z.string().max(1000),
  language: z.string().max(20),
  category: Category,
  content: Content,
})

/** What the editor shows while somebody types. */
export async function checkDraft(
  ctx: Context,
  input: z.input<typeof CheckTemplateInput>,
): Promise<Finding[]> {
  requireRole(ctx, 'marketer')
  const { channelId, templateId, ...draft } = CheckTemplateInput.parse(input)
  const twins = channelId ? await twinsOf(ctx, channelId, draft) : []
  const sameText = channelId ? await languagesWithText(ctx, channelId, templateId, draft) : []
  return checkTemplate(draft, (await getBusiness(ctx)).name, twins, sameText)
}

/** Languages in which the template had its text before: then this is a copy that nobody has translated yet. */
async function languagesWithText(
  ctx: Context,
  channelId: string,
  templateId: string | undefined,
  { name, language, content }: TemplateDraft,
): Promise<string[]> {
  if (content.body.trim() === '') return []
  const rows = await ctx.db
    .selectFrom('template')
    .select(['template_id', 'language', 'content'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('name', '=', name)
    .where('state', 'not in', GONE_STATES)
    .orderBy('created_at')
    .orderBy('template_id')
    .execute()
  const own = rows.findIndex((row) => row.template_id === templateId)
  return rows
    .slice(0, own < 0 ? undefined : own)
    .filter((row) => row.language !== language && Content.parse(row.content).body === content.body)
    .map((row) => row.language)
}

/** Templates that Meta has of the number and that say the very same in this language. */
async function twinsOf(ctx: Context, channelId: string, { content, language }: TemplateDraft) {
  const rows = await ctx.db
    .selectFrom('template')
    .select(['name', 'language', 'content'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('language', '=', language)
    .where('state', 'not in', ['draft', 'rejected', ...GONE_STATES])
    .execute()
  const wording = (of: Content) => {
    const { samples: _, ...said } = of
    return JSON.stringify(said)
  }
  return rows.filter((row) => wording(Content.parse(row.content)) === wording(Content.parse(content)))
}

/** @throws Problem `template_not_ready` naming every error by its place */
export async function expectNoErrors(ctx: Context, draft: TemplateDraft): Promise<void> {
  const findings = checkTemplate(draft, (await getBusiness(ctx)).name)
  const fields: Record<string, Sentence> = {}
  for (const { severity, where, message, fix } of findings) {
    if (severity === 'error')
      fields[where] ??= { de: `${message.de} ${fix.de}`, en: `${message.en} ${fix.en}` }
  }
  if (Object.keys(fields).length > 0) {
    throw new Problem(
      'invalid',
      'template_not_ready',
      {
        de: 'Die Vorlage ist noch nicht so weit. Bitte prüfe die markierten Stellen.',
        en: 'The template is not ready yet. Please check the marked places.',
      },
      fields,
    )
  }
}
