import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { Content } from './content.ts'
import type { Finding } from './finding.ts'
import { checkTemplate, type TemplateDraft } from './lint.ts'
import { Category } from './template.ts'

export const CheckTemplateInput = z.object({
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
  const { channelId: _, ...draft } = CheckTemplateInput.parse(input)
  return checkTemplate(draft, (await getBusiness(ctx)).name)
}

/** @throws Problem `template_not_ready` naming every error by its place */
export async function expectNoErrors(ctx: Context, draft: TemplateDraft): Promise<void> {
  const findings = checkTemplate(draft, (await getBusiness(ctx)).name)
  const fields: Record<string, Sentence> = {}
  for (const { severity, where, message } of findings) {
    if (severity === 'error') fields[where] ??= message
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
