import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { type Context, defineHook, MINUTE } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { notify } from '../standing/index.ts'
import type { TemplateUpdate } from '../whatsapp/index.ts'
import { costChange } from './cost-change.ts'
import { categoryOf, qualityOf, stateOf } from './meta-answer.ts'
import { isPauseTitle, pauseOf } from './pause-ladder.ts'
import { changeTemplate } from './store.ts'
import { isGone, tellGone } from './tell-gone.ts'
import { lockTemplate, type TemplateState } from './template.ts'
import { decideVersion } from './versions.ts'

/** After a template's state, category or quality changed, in the same transaction: campaigns that use it react (C-63). */
export const templateChanged = defineHook<{
  templateId: string
  state: TemplateState
  category: 'marketing' | 'utility' | 'authentication'
  categoryBefore: 'marketing' | 'utility' | 'authentication'
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
}>('template.changed')

/** Reads all templates of a channel's account again; queued when Meta only says that something changed. */
export const syncTemplatesJob: Job<{ businessId: string; channelId: string }> = {
  name: 'templates.sync',
  schema: z.object({ businessId: z.uuid(), channelId: z.uuid() }),
  retries: 3,
}

type Row = Awaited<ReturnType<typeof lockTemplate>>

/** Longer than a notice needs that arrives at the first attempt, or soon after. */
const LATE_MS = 5 * MINUTE

export const NO_PAUSE = { paused_until: null, pause_step: null }

/**
 * Handler of intake's template updates: state, quality, category, components. Runs in the transaction that records the
 * update, tells people through standing and writes the audit log. An update of a template we do not know starts a sync.
 */
export async function onTemplateUpdate(
  tx: Context,
  event: { channelId: string; update: TemplateUpdate },
): Promise<void> {
  const { channelId, update } = event
  const row = await findByMeta(tx, channelId, update)
  const ask = () => askMeta(tx, channelId)
  if (!row || update.change.what === 'components') return ask()
  if (isLate(tx, update)) await ask()
  if (!row.meta_id) await changeTemplate(tx, row.template_id, { meta_id: update.metaId })
  switch (update.change.what) {
    case 'state':
      return applyState(tx, row, update.change)
    case 'quality':
      return applyQuality(tx, row, update.change.after)
    case 'category':
      return applyCategory(tx, row, update.change)
  }
}

/** "Template does not exist in this language." */
const MISSING = 132_001

/** Handler of dispatch's `sendingStopped`: what Meta says not to know is read again. */
export async function onMissingTemplate(
  tx: Context,
  { channelId, errorCode }: { channelId: string; errorCode: number },
): Promise<void> {
  if (errorCode === MISSING) await askMeta(tx, channelId)
}

async function askMeta(tx: Context, channelId: string): Promise<void> {
  const { businessId } = tx
  await tx.jobs.enqueue(tx, syncTemplatesJob, { businessId, channelId }, { singletonKey: channelId })
}

/** Meta repeats what did not arrive for days, and what happened since may be known already: then only its present word helps. */
function isLate({ clock }: Context, { at }: TemplateUpdate): boolean {
  return at !== undefined && at !== null && clock.now().getTime() - at.getTime() > LATE_MS
}

/** By Meta's id; else by name and language, since a verdict can overtake the answer that tells us the id. */
async function findByMeta(tx: Context, channelId: string, update: TemplateUpdate): Promise<Row | null> {
  const found = await tx.db
    .selectFrom('template')
    .select(['template_id', 'meta_id'])
    .where('business_id', '=', tx.businessId)
    .where((eb) =>
      eb.or([
        eb('meta_id', '=', update.metaId),
        eb.and([
          eb('channel_id', '=', channelId),
          eb('name', '=', update.name),
          eb('language', '=', update.language),
          eb('meta_id', 'is', null),
        ]),
      ]),
    )
    .execute()
  const best = found.find((row) => row.meta_id !== null) ?? found[0]
  return best ? lockTemplate(tx, best.template_id) : null
}

async function applyState(
  tx: Context,
  row: Row,
  change: Extract<TemplateUpdate['change'], { what: 'state' }>,
): Promise<void> {
  const state = stateOf(change.event, change.info)
  if (change.event === 'FLAGGED') await tell(tx, row, 'template.flagged', 'warning', {})
  // What is deleted stays so, in whatever order Meta tells it.
  if (!state || (row.state === 'deleted' && isGone(state))) return
  const category = categoryOf(change.category) ?? row.category
  const now = tx.clock.now()
  const pause = state === 'paused' ? pauseOf(change.info, now) : NO_PAUSE
  if (state === row.state && category === row.category && pause.pause_step === row.pause_step) return
  const bad = state === 'rejected' || state === 'paused' || state === 'disabled'
  const words = [change.reason, change.detail].filter(
    (part) => part && part !== 'NONE' && !isPauseTitle(part),
  )
  const reason = bad ? words.join(': ') || null : null
  await changeTemplate(tx, row.template_id, {
    state,
    category,
    reason,
    ...pause,
    ...(category === row.category ? {} : reclassified(row, now)),
    ...(state === 'approved' || state === 'rejected' ? { decided_at: now } : {}),
    archived_at: state === 'archived' ? (row.archived_at ?? now) : null,
    // Whatever Meta decided, the appeal is answered.
    ...(state === 'in_appeal' ? {} : { appealed_at: null }),
  })
  await decideVersion(tx, row, state, reason)
  await settle(tx, row, { ...row, state, category })
  if (isGone(state)) return tellGone(tx, isGone(row.state) ? [] : [row])
  if (state !== row.state) await tellState(tx, row, state, { reason, ...pause })
  // At creation Meta may approve under another category than asked for.
  if (category !== row.category) await tellCategory(tx, row, category)
}

const TOLD: Partial<Record<TemplateState, 'success' | 'warning' | 'critical'>> = {
  approved: 'success',
  rejected: 'warning',
  paused: 'critical',
  disabled: 'critical',
  archived: 'warning',
}

/** Tells of a state that people have to know. */
export async function tellState(
  tx: Context,
  row: Row,
  state: TemplateState,
  { reason, paused_until, pause_step }: Pick<Row, 'reason' | 'paused_until' | 'pause_step'>,
): Promise<void> {
  const severity = TOLD[state]
  if (!severity) return
  const until = paused_until?.toISOString().slice(0, 16).replace('T', ' ') ?? null
  const kind = paused_until ? 'template.paused_until' : `template.${state}`
  await tell(tx, row, kind, severity, { reason, until, step: pause_step })
}

async function applyQuality(tx: Context, row: Row, after: string): Promise<void> {
  const quality = qualityOf(after)
  if (quality === row.quality) return
  await changeTemplate(tx, row.template_id, { quality })
  await settle(tx, row, { ...row, quality })
  const severity = quality === 'RED' ? 'critical' : quality === 'YELLOW' ? 'warning' : 'info'
  if (quality !== 'UNKNOWN')
    await tell(tx, row, 'template.quality', severity, { before: row.quality, after: quality })
}

async function applyCategory(
  tx: Context,
  row: Row,
  change: Extract<TemplateUpdate['change'], { what: 'category' }>,
): Promise<void> {
  const category = categoryOf(change.after)
  if (!category || category === row.category) return
  if (change.announced) {
    if (row.next_category === category) return
    await changeTemplate(tx, row.template_id, { next_category: category, next_category_at: change.at })
    await tellCategory(tx, row, category, 'template.category_announced', change.at)
    return
  }
  await changeTemplate(tx, row.template_id, { category, ...reclassified(row, tx.clock.now()) })
  await settle(tx, row, { ...row, category })
  await tellCategory(tx, row, category)
}

/** What is noted of a change of category; an announcement is over with it. */
export const reclassified = ({ category }: Pick<Row, 'category'>, now: Date) => ({
  category_before: category,
  category_changed_at: now,
  next_category: null,
  next_category_at: null,
})

/** Tells of a change of category, made or announced, and what it means for the bill where the price table says. */
export async function tellCategory(
  tx: Context,
  row: Row,
  after: Row['category'],
  kind = 'template.category',
  at: Date | null = null,
): Promise<void> {
  const cost = await costChange(tx, row.category, after)
  await tell(tx, row, cost ? kind : `${kind}_unpriced`, 'warning', {
    before: row.category,
    after,
    at: at?.toISOString() ?? null,
    market: cost?.market ?? null,
    currency: cost?.currency ?? null,
    priceBefore: cost?.before ?? null,
    priceAfter: cost?.after ?? null,
  })
}

/** Writes the audit log and lets campaigns react. */
export async function settle(tx: Context, before: Row, after: Row): Promise<void> {
  const facts = ({ state, category, quality }: Row) => ({ state, category, quality })
  await recordAudit(tx, {
    action: 'template.change',
    entity: 'template',
    entityId: before.template_id,
    before: facts(before),
    after: facts(after),
  })
  await tx.hooks.run(templateChanged, tx, {
    templateId: before.template_id,
    state: after.state,
    category: after.category,
    categoryBefore: before.category,
    quality: after.quality,
  })
}

async function tell(
  tx: Context,
  row: Row,
  kind: string,
  severity: 'info' | 'success' | 'warning' | 'critical',
  data: Record<string, unknown>,
): Promise<void> {
  await notify(tx, {
    kind,
    severity,
    entity: 'template',
    entityId: row.template_id,
    data: { name: row.name, language: row.language, ...data },
  })
}
