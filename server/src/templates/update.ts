import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { expectNoErrors } from './check.ts'
import { CreateTemplateInput } from './create.ts'
import { uploadFiles } from './files/at-whatsapp.ts'
import { expectUnused, SENDING } from './in-use.ts'
import { changeTemplate, saveChange } from './store.ts'
import { effectOf } from './submission.ts'
import { submitTemplate } from './submit.ts'
import { findTemplate, lockTemplate, type Template } from './template.ts'
import { discardChange } from './versions.ts'

export const UpdateTemplateInput = CreateTemplateInput.omit({ addOptOut: true }).partial().extend({
  /** False: a change of an approved or paused template is only saved, to be submitted later. */
  submit: z.boolean().optional(),
})

/**
 * Changes a template. What Meta does not have yet, or has rejected, is only saved; a template that Meta has approved or
 * paused goes to review again with the change, since what we render must be what Meta has.
 * @throws Problem `not_found`, `template_exists`, `template_fixed`, `template_in_use`, and all of `submitTemplate`
 */
export async function updateTemplate(
  ctx: Context,
  templateId: string,
  input: z.input<typeof UpdateTemplateInput>,
): Promise<Template> {
  requireRole(ctx, 'marketer')
  const { channelId, name, language, category, content, submit = true } = UpdateTemplateInput.parse(input)
  const current = await findTemplate(ctx, templateId)
  if (current.state === 'approved' || current.state === 'paused') {
    expectSameName(current, { channelId, name, language })
    const next = { ...current, category: category ?? current.category, content: content ?? current.content }
    const effect = effectOf(current, next)
    // Back to what Meta has: a change that was saved before is over.
    if (effect === 'nothing') return !submit && current.draft ? discardChange(ctx, templateId) : current
    if (!submit) return keepChange(ctx, templateId, { category, content })
    if (effect === 'at_once') return changeUnseen(ctx, next)
    // What people get must be what was reviewed at the launch.
    await expectUnused(ctx, templateId, SENDING)
    return submitTemplate(ctx, templateId, {
      ...(category ? { category } : {}),
      ...(content ? { content } : {}),
    })
  }
  return withTransaction(ctx, async (tx) => {
    const row = await lockTemplate(tx, templateId)
    const before = await findTemplate(tx, templateId)
    if (row.state !== 'draft' && row.state !== 'rejected') throw fixed()
    if (row.meta_id) expectSameName(before, { channelId, name, language })
    if (channelId) await getChannel(tx, channelId)
    const target = {
      channel: channelId ?? row.channel_id,
      name: name ?? row.name,
      language: language ?? row.language,
    }
    await expectNameFree(tx, templateId, target)
    await changeTemplate(tx, templateId, {
      channel_id: target.channel,
      name: target.name,
      language: target.language,
      ...(category ? { category } : {}),
      ...(content ? { content } : {}),
    })
    const after = await findTemplate(tx, templateId)
    await recordAudit(tx, {
      action: 'template.update',
      entity: 'template',
      entityId: templateId,
      before: facts(before),
      after: facts(after),
    })
    return after
  })
}

/**
 * Submits what is there: a new or rejected text as it stands, of an approved or paused template the change that was saved.
 * @throws Problem `template_unchanged`, and all of `updateTemplate`
 */
export async function submitSaved(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer')
  const { state, draft } = await findTemplate(ctx, templateId)
  if (state !== 'approved' && state !== 'paused') return submitTemplate(ctx, templateId)
  if (draft) return updateTemplate(ctx, templateId, draft)
  throw new Problem('conflict', 'template_unchanged', {
    de: 'An dieser Vorlage hat sich nichts geändert, was Meta prüfen könnte.',
    en: 'Nothing has changed on this template that Meta could review.',
  })
}

/** Changes what Meta does not review; the template stays approved. */
async function changeUnseen(ctx: Context, next: Template): Promise<Template> {
  await expectNoErrors(ctx, next)
  await uploadFiles(ctx, next.channelId, next.content)
  return withTransaction(ctx, async (tx) => {
    const row = await lockTemplate(tx, next.id)
    if (row.state !== 'approved' && row.state !== 'paused') throw fixed()
    await expectUnused(tx, next.id, SENDING)
    const { content } = await findTemplate(tx, next.id)
    await changeTemplate(tx, next.id, { content: next.content, draft: null })
    await recordAudit(tx, {
      action: 'template.update',
      entity: 'template',
      entityId: next.id,
      before: { content },
      after: { content: next.content },
    })
    return findTemplate(tx, next.id)
  })
}

/** Saves a change beside what Meta has; people get what was reviewed until it is submitted. */
async function keepChange(
  ctx: Context,
  templateId: string,
  change: { category?: Template['category'] | undefined; content?: Template['content'] | undefined },
): Promise<Template> {
  return withTransaction(ctx, async (tx) => {
    await lockTemplate(tx, templateId)
    const { category, content, draft } = await findTemplate(tx, templateId)
    const before = draft ?? { category, content }
    const after = {
      category: change.category ?? before.category,
      content: change.content ?? before.content,
    }
    await saveChange(tx, templateId, after)
    await recordAudit(tx, {
      action: 'template.save_change',
      entity: 'template',
      entityId: templateId,
      before,
      after,
    })
    return findTemplate(tx, templateId)
  })
}

const facts = ({ name, language, category, content }: Template) => ({ name, language, category, content })

function expectSameName(
  current: Template,
  wanted: { channelId?: string | undefined; name?: string | undefined; language?: string | undefined },
): void {
  if (
    (wanted.channelId ?? current.channelId) !== current.channelId ||
    (wanted.name ?? current.name) !== current.name ||
    (wanted.language ?? current.language) !== current.language
  ) {
    throw fixed()
  }
}

function fixed(): Problem {
  return new Problem('conflict', 'template_fixed', {
    de: 'Das lässt sich an dieser Vorlage nicht mehr ändern. Bitte dupliziere sie.',
    en: 'This can no longer be changed on this template. Please duplicate it.',
  })
}

async function expectNameFree(
  tx: Context,
  templateId: string,
  target: { channel: string; name: string; language: string },
): Promise<void> {
  const other = await tx.db
    .selectFrom('template')
    .select('template_id')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', target.channel)
    .where('name', '=', target.name)
    .where('language', '=', target.language)
    .where('template_id', '<>', templateId)
    .executeTakeFirst()
  if (other) {
    throw new Problem('conflict', 'template_exists', {
      de: `Eine Vorlage „${target.name}“ in dieser Sprache gibt es schon. Bitte nimm einen anderen Namen.`,
      en: `There is a template “${target.name}” in this language already. Please use another name.`,
    })
  }
}
