import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import type { GraphClient } from '../whatsapp/index.ts'
import { expectNoErrors } from './check.ts'
import { type Content, type MediaHeader, mediaOf } from './content.ts'
import { editsLeft, recentEdits } from './edit-limits.ts'
import { fetchFile, fileUnusable } from './fetch-file.ts'
import { uploadFiles } from './files/at-whatsapp.ts'
import { readFile } from './files/file.ts'
import { parameterFormat, toMetaComponents } from './meta.ts'
import { categoryOf, expectAnswer, stateOf, withGraph } from './meta-answer.ts'
import { changeTemplate } from './store.ts'
import { findTemplate, lockTemplate, type Template, type TemplateState } from './template.ts'
import { decideVersion, dropVersion, keepVersion } from './versions.ts'

/** States from which a template can go to Meta's review. */
const SUBMITTABLE: readonly TemplateState[] = ['draft', 'rejected', 'paused', 'approved']

/** A change that takes effect together with the submission. */
export interface Edit {
  category?: 'marketing' | 'utility' | 'authentication'
  content?: Content
}

/**
 * Sends a template, new or changed, to Meta's review. The outcome comes by webhook, mostly within minutes; until then it
 * cannot be sent.
 * @throws Problem `template_not_ready` (findings), `template_in_review`, `edit_limit`, `meta_refused`, `meta_silent`
 */
export async function submitTemplate(ctx: Context, templateId: string, edit: Edit = {}): Promise<Template> {
  requireRole(ctx, 'marketer')
  const before = await withTransaction(ctx, (tx) => reserve(tx, templateId, edit))
  try {
    await uploadFiles(ctx, before.row.channel_id, before.next.content)
    const answer = await send(ctx, before.row, before.next)
    return await withTransaction(ctx, async (tx) => {
      await noteAnswer(tx, templateId, answer)
      return findTemplate(tx, templateId)
    })
  } catch (error) {
    await withTransaction(ctx, (tx) => takeBack(tx, templateId, before))
    throw error
  }
}

type Row = Awaited<ReturnType<typeof lockTemplate>>
interface Reserved {
  row: Row
  next: Pick<Template, 'name' | 'language' | 'category' | 'content'>
  original: Pick<Template, 'category' | 'content'>
}

/**
 * Marks the template as waiting before Meta hears of it: a second submission is refused, and a verdict that overtakes
 * the answer is not overwritten by it.
 */
async function reserve(tx: Context, templateId: string, edit: Edit): Promise<Reserved> {
  const row = await lockTemplate(tx, templateId)
  const { category, content, draft } = await findTemplate(tx, templateId)
  const next = { name: row.name, language: row.language, category, content, ...draft, ...edit }
  expectSubmittable(tx, row, next.category)
  await expectNoErrors(tx, next)
  const now = tx.clock.now()
  await changeTemplate(tx, templateId, {
    state: 'pending',
    category: next.category,
    content: next.content,
    reason: null,
    submitted_at: now,
    decided_at: null,
    version: row.version + 1,
    draft: null,
    paused_until: null,
    pause_step: null,
    ...(row.state === 'approved' ? { edits: [...recentEdits(row.edits, now), now] } : {}),
  })
  await keepVersion(tx, templateId, row.version + 1, next)
  await recordAudit(tx, {
    action: 'template.submit',
    entity: 'template',
    entityId: templateId,
    before: { state: row.state, category, content },
    after: { state: 'pending', category: next.category, content: next.content },
  })
  return { row, next, original: { category, content } }
}

function expectSubmittable(tx: Context, row: Row, category: string): void {
  if (!SUBMITTABLE.includes(row.state)) {
    throw new Problem('conflict', 'template_in_review', {
      de: 'In diesem Zustand lässt sich die Vorlage nicht einreichen. Warte das Ergebnis der Prüfung ab oder dupliziere sie.',
      en: 'The template cannot be submitted in this state. Wait for the review or duplicate it.',
    })
  }
  if (row.state !== 'approved') return
  if (editsLeft(row, tx.clock.now()).nextAt) {
    throw new Problem('conflict', 'edit_limit', {
      de: 'Eine genehmigte Vorlage lässt sich einmal in 24 Stunden und zehnmal in 30 Tagen ändern. Du kannst sie stattdessen duplizieren.',
      en: 'An approved template can be changed once in 24 hours and ten times in 30 days. You can duplicate it instead.',
    })
  }
  if (category !== row.category) {
    throw new Problem('conflict', 'category_fixed', {
      de: 'Die Kategorie einer genehmigten Vorlage lässt sich nicht ändern. Bitte dupliziere sie.',
      en: 'The category of an approved template cannot be changed. Please duplicate it.',
    })
  }
}

interface Answer {
  metaId: string | null
  status: string | undefined
  category: string | undefined
}

async function send(ctx: Context, row: Row, next: Reserved['next']): Promise<Answer> {
  const channel = await getChannel(ctx, row.channel_id)
  return withGraph(ctx, row.channel_id, async (client) => {
    const handles = await uploadExamples(ctx, client, next.content)
    const components = toMetaComponents(next.content, (where) => handles.get(where) ?? '')
    const parameter_format = parameterFormat(next.content)
    const category = next.category.toUpperCase()
    if (row.meta_id) {
      // An approved template keeps its category; naming it would be refused.
      const body = row.state === 'approved' ? { components } : { category, components }
      expectAnswer(await client.editTemplate(row.meta_id, { parameter_format, ...body }))
      return { metaId: null, status: undefined, category: undefined }
    }
    const created = expectAnswer(
      await client.createTemplate(channel.wabaId, {
        name: next.name,
        language: next.language,
        category,
        parameter_format,
        components,
        // Meta would otherwise route links through itself to count clicks (C-18).
        cta_url_link_tracking_opted_out: true,
      }),
    )
    return { metaId: created.id, status: created.status, category: created.category }
  })
}

/** Uploads the files for Meta's reviewers, each once. @returns handles by place in the content */
async function uploadExamples(
  ctx: Context,
  client: GraphClient,
  content: Content,
): Promise<Map<string, string>> {
  const places = mediaOf(content)
  const handles = new Map<string, string>()
  if (places.length === 0) return handles
  const { data } = expectAnswer(await client.debugToken())
  const appId = z.coerce.string().min(1).parse(data.app_id)
  const uploaded = new Map<string, string>()
  for (const { where, header } of places) {
    const key = header.mediaId ?? header.url ?? ''
    let handle = uploaded.get(key)
    if (!handle) {
      const { bytes, type } = await exampleOf(ctx, header, where)
      const name = `header.${type.split('/')[1]}`
      handle = expectAnswer(await client.uploadHeader(appId, bytes, type, name)).handle
      uploaded.set(key, handle)
    }
    handles.set(where, handle)
  }
  return handles
}

/** The bytes behind a header, of its format. @throws Problem `file_unusable`, `not_found` */
async function exampleOf(
  ctx: Context,
  { format, mediaId, url = '' }: MediaHeader,
  where: string,
): Promise<{ bytes: Buffer; type: string }> {
  if (!mediaId) return fetchFile(url, format, new URL(ctx.config.publicUrl).origin, where)
  const file = await readFile(ctx, mediaId)
  if (file.kind !== format) throw fileUnusable(format, where, 'anderes Format', 'another format')
  return file
}

async function noteAnswer(tx: Context, templateId: string, answer: Answer): Promise<void> {
  const row = await lockTemplate(tx, templateId)
  const state = stateOf(answer.status)
  if (row.state === 'pending' && state) await decideVersion(tx, row, state, null)
  await changeTemplate(tx, templateId, {
    ...(answer.metaId ? { meta_id: answer.metaId } : {}),
    // A utility template that sounds like advertising is approved as marketing: Meta's category counts from the start.
    ...(row.state === 'pending' ? { category: categoryOf(answer.category) ?? row.category } : {}),
    ...(row.state === 'pending' && state && state !== 'pending' ? { state, decided_at: tx.clock.now() } : {}),
  })
}

/** Meta did not take it: the template is what it was. A verdict that came meanwhile is left alone. */
async function takeBack(tx: Context, templateId: string, { row, original }: Reserved): Promise<void> {
  const now = await lockTemplate(tx, templateId)
  if (now.state !== 'pending') return
  await changeTemplate(tx, templateId, {
    state: row.state,
    category: original.category,
    content: original.content,
    reason: row.reason,
    submitted_at: row.submitted_at,
    decided_at: row.decided_at,
    version: row.version,
    draft: row.draft,
    paused_until: row.paused_until,
    pause_step: row.pause_step,
    edits: row.edits,
  })
  await dropVersion(tx, templateId, row.version + 1)
  await recordAudit(tx, {
    action: 'template.submit_failed',
    entity: 'template',
    entityId: templateId,
    before: { state: 'pending' },
    after: { state: row.state },
  })
}
