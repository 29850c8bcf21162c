import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import { NO_PAUSE, reclassified, settle, tellCategory, tellState } from './apply-update.ts'
import { Content } from './content.ts'
import { uploadFiles } from './files/at-whatsapp.ts'
import { mergeContent } from './merge.ts'
import { categoryOf, expectAnswer, qualityOf, stateOf, withGraph } from './meta-answer.ts'
import { fromMetaComponents } from './read-meta.ts'
import { changeTemplate, insertTemplate } from './store.ts'
import { isGone, tellGone } from './tell-gone.ts'
import { lockTemplate, type TemplateState } from './template.ts'
import { decideVersion } from './versions.ts'

export const SyncTemplatesInput = z.object({ channelId: z.uuid() })

export const SyncReport = z.object({
  ok: z.boolean(),
  added: z.number().int(),
  changed: z.number().int(),
  /** Templates with parts that Jawort cannot send, such as one-time codes and catalogues. */
  skipped: z.number().int(),
})
export type SyncReport = z.infer<typeof SyncReport>

const Listed = z.looseObject({
  id: z.coerce.string(),
  name: z.string(),
  language: z.string().transform((value) => value.replace('-', '_')),
  status: z.string(),
  category: z.string(),
  /** What Meta takes it for: another one than its category is a change to come. */
  correct_category: z.string().nullish().catch(null),
  components: z.unknown(),
  rejected_reason: z.string().nullish().catch(null),
  quality_score: z.looseObject({ score: z.string().nullish() }).nullish().catch(null),
})
type Listed = z.infer<typeof Listed>

/**
 * Makes our templates equal to those of the channel's account at Meta: state, category, quality and content of known
 * ones, new ones added, vanished ones marked as deleted. Drafts are left alone.
 * @throws Problem `not_found`, `meta_refused`, `meta_silent`
 */
export async function syncTemplates(
  ctx: Context,
  input: z.input<typeof SyncTemplatesInput>,
): Promise<SyncReport> {
  requireRole(ctx, 'marketer')
  const { channelId } = SyncTemplatesInput.parse(input)
  const channel = await getChannel(ctx, channelId)
  const raw = await withGraph(ctx, channelId, async (client) =>
    expectAnswer(await client.listTemplates(channel.wabaId)),
  )
  const listed = raw.flatMap((item) => {
    const parsed = Listed.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
  const report = await withTransaction(ctx, async (tx) => {
    const report: SyncReport = { ok: true, added: 0, changed: 0, skipped: raw.length - listed.length }
    for (const template of listed) {
      const outcome = await adopt(tx, channelId, template)
      if (outcome !== 'same') report[outcome]++
    }
    report.changed += await markVanished(tx, channelId, listed)
    await recordAudit(tx, {
      action: 'template.sync',
      entity: 'channel',
      entityId: channelId,
      after: { ...report },
    })
    return report
  })
  await refreshFiles(ctx, channelId)
  return report
}

/** Uploads what WhatsApp has forgotten of the files; a file that does not go must not hide what the sync has found. */
async function refreshFiles(ctx: Context, channelId: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('template')
    .select('content')
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'approved')
    .execute()
  for (const { content } of rows) {
    try {
      await uploadFiles(ctx, channelId, Content.parse(content))
    } catch (error) {
      ctx.log.warn({ err: error, channelId }, 'templates.sync.file')
    }
  }
}

/** The job behind `templates.sync`. */
export async function runTemplateSync(
  runtime: Runtime,
  data: { businessId: string; channelId: string },
): Promise<void> {
  const ctx = createContext(runtime, data.businessId, { kind: 'system', job: 'templates.sync' })
  await syncTemplates(ctx, { channelId: data.channelId })
}

async function adopt(
  tx: Context,
  channelId: string,
  template: Listed,
): Promise<'added' | 'changed' | 'skipped' | 'same'> {
  const category = categoryOf(template.category)
  const state = stateOf(template.status)
  if (!category || !state) return 'skipped'
  const known = await tx.db
    .selectFrom('template')
    .select('template_id')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .where((eb) =>
      eb.or([
        eb('meta_id', '=', template.id),
        eb.and([eb('name', '=', template.name), eb('language', '=', template.language)]),
      ]),
    )
    .executeTakeFirst()
  const content = fromMetaComponents(template.components)
  const quality = qualityOf(template.quality_score?.score)
  const reason =
    template.rejected_reason && template.rejected_reason !== 'NONE' ? template.rejected_reason : null
  if (known)
    return refresh(tx, known.template_id, {
      metaId: template.id,
      category,
      next: categoryOf(template.correct_category),
      state,
      quality,
      reason,
      content,
    })
  if (!content || !/^[a-z0-9_]{1,512}$/.test(template.name)) return 'skipped'
  await insertTemplate(tx, {
    channel_id: channelId,
    name: template.name,
    language: template.language,
    category,
    content,
    state,
    quality,
    meta_id: template.id,
    reason,
  })
  return 'added'
}

interface Facts {
  metaId: string
  category: 'marketing' | 'utility' | 'authentication'
  next: 'marketing' | 'utility' | 'authentication' | null
  state: TemplateState
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  reason: string | null
  content: Content | null
}

async function refresh(tx: Context, templateId: string, facts: Facts): Promise<'changed' | 'same'> {
  const row = await lockTemplate(tx, templateId)
  // A rejected text that somebody is rewriting here stays as it is; Meta's content counts for what can be sent.
  const content =
    facts.content && facts.state !== 'rejected'
      ? mergeContent(Content.parse(row.content), facts.content)
      : null
  // Meta says nothing about it: what it has announced stays. Says it what the category is already, nothing is to come.
  const notice = facts.next === null ? row.next_category : facts.next === facts.category ? null : facts.next
  const same =
    row.meta_id === facts.metaId &&
    row.category === facts.category &&
    row.state === facts.state &&
    row.quality === facts.quality &&
    notice === row.next_category &&
    (!content || JSON.stringify(content) === JSON.stringify(Content.parse(row.content)))
  if (same) return 'same'
  const after = { ...row, state: facts.state, category: facts.category, quality: facts.quality }
  const now = tx.clock.now()
  await changeTemplate(tx, templateId, {
    meta_id: facts.metaId,
    category: facts.category,
    state: facts.state,
    quality: facts.quality,
    reason: facts.reason,
    ...(facts.category === row.category ? {} : reclassified(row, now)),
    ...(notice === row.next_category ? {} : { next_category: notice, next_category_at: null }),
    ...(facts.state === 'paused' ? {} : { paused_until: null, pause_step: null }),
    archived_at: facts.state === 'archived' ? (row.archived_at ?? now) : null,
    ...(content ? { content } : {}),
  })
  await decideVersion(tx, row, facts.state, facts.reason)
  await settle(tx, row, after)
  // A webhook that came would have told it.
  if (isGone(facts.state)) await tellGone(tx, isGone(row.state) ? [] : [row])
  else if (facts.state !== row.state)
    await tellState(tx, row, facts.state, { ...NO_PAUSE, reason: facts.reason })
  if (facts.category !== row.category) await tellCategory(tx, row, facts.category)
  if (notice && notice !== row.next_category)
    await tellCategory(tx, { ...row, category: facts.category }, notice, 'template.category_announced')
  return 'changed'
}

async function markVanished(tx: Context, channelId: string, listed: Listed[]): Promise<number> {
  const ids = listed.map((template) => template.id)
  let query = tx.db
    .selectFrom('template')
    .select('template_id')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .where('meta_id', 'is not', null)
    .where('state', '!=', 'deleted')
  if (ids.length > 0) query = query.where('meta_id', 'not in', ids)
  const vanished = await query.execute()
  const rows: Awaited<ReturnType<typeof lockTemplate>>[] = []
  for (const { template_id } of vanished) {
    const row = await lockTemplate(tx, template_id)
    await changeTemplate(tx, template_id, { state: 'deleted' })
    await settle(tx, row, { ...row, state: 'deleted' })
    rows.push(row)
  }
  await tellGone(
    tx,
    rows.filter(({ state }) => !isGone(state)),
  )
  return rows.length
}
