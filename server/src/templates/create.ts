import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { Content } from './content.ts'
import { inLanguage, withOptOut } from './lint/repair.ts'
import { insertTemplate } from './store.ts'
import { Category, findTemplate, type Template } from './template.ts'

const TemplateName = z.string().regex(/^[a-z0-9_]{1,512}$/)

export const CreateTemplateInput = z.object({
  channelId: z.uuid(),
  name: TemplateName,
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  category: Category,
  content: Content,
  /**
   * Marketing gets its way out, a button and a footer in the template's language, as far as one is missing (C-27). False leaves the
   * text as it is; without any way out it cannot be submitted.
   */
  addOptOut: z
    .boolean()
    .default(true)
    .describe(
      'Marketing gets the opt-out button and footer that it lacks, in its language. False leaves the text as it is; without any way out it cannot be submitted.',
    ),
})

/** Starts a draft; it may still have findings. @throws Problem `not_found` (channel), `template_exists` */
export async function createTemplate(
  ctx: Context,
  input: z.input<typeof CreateTemplateInput>,
): Promise<Template> {
  requireRole(ctx, 'marketer')
  const { channelId, addOptOut, ...given } = CreateTemplateInput.parse(input)
  const { category, content, language } = given
  const marketing = addOptOut && category === 'marketing'
  const fields = { ...given, content: marketing ? withOptOut(content, language) : content }
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, channelId)
    const templateId = await insertTemplate(tx, { channel_id: channelId, ...fields })
    await recordAudit(tx, {
      action: 'template.create',
      entity: 'template',
      entityId: templateId,
      after: { name: fields.name, language: fields.language, category: fields.category },
    })
    return findTemplate(tx, templateId)
  })
}

export const DuplicateTemplateInput = z.object({
  name: TemplateName.optional(),
  language: CreateTemplateInput.shape.language.optional(),
})

/**
 * A draft with the same content, for another language or as a new version: what Meta has approved stays as it is. In another language
 * the way out is said in that language already.
 * Without a new name and language the copy is called `…_2`, `…_3` and so on.
 */
export async function duplicateTemplate(
  ctx: Context,
  templateId: string,
  input: z.input<typeof DuplicateTemplateInput>,
): Promise<Template> {
  requireRole(ctx, 'marketer')
  const { name, language } = DuplicateTemplateInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const original = await findTemplate(tx, templateId)
    const target = {
      language: language ?? original.language,
      name:
        name ?? (language && language !== original.language ? original.name : await freeName(tx, original)),
    }
    const copyId = await insertTemplate(tx, {
      channel_id: original.channelId,
      category: original.category,
      content: inLanguage(original.content, original.language, target.language),
      ...target,
    })
    await recordAudit(tx, {
      action: 'template.duplicate',
      entity: 'template',
      entityId: copyId,
      after: { ...target, copyOf: original.id },
    })
    return findTemplate(tx, copyId)
  })
}

/** The name, or with the next number behind it where the number has it in this language already. */
export async function freeName(
  tx: Context,
  wanted: { channelId: string; name: string; language: string },
): Promise<string> {
  const rows = await tx.db
    .selectFrom('template')
    .select(['name', 'language'])
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', wanted.channelId)
    .execute()
  if (!rows.some((row) => row.name === wanted.name && row.language === wanted.language)) return wanted.name
  const base = wanted.name.replace(/_\d{1,3}$/, '').slice(0, 505)
  const taken = new Set(rows.map((row) => row.name))
  let number = 2
  while (taken.has(`${base}_${number}`)) number++
  return `${base}_${number}`
}
