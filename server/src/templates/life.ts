import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import type { GraphClient } from '../whatsapp/index.ts'
import { settle } from './apply-update.ts'
import { expectUnused, NEEDING } from './in-use.ts'
import { expectAnswer, withGraph } from './meta-answer.ts'
import { changeTemplate } from './store.ts'
import { findTemplate, lockTemplate, type Template, type TemplateState } from './template.ts'

type Row = Awaited<ReturnType<typeof lockTemplate>>

/**
 * Ends a pause that came from pacing; those by quality end by themselves (Meta, template pacing and pausing).
 * @throws Problem `not_found`, `pause_by_quality`, `template_state`, `meta_refused`, `meta_silent`
 */
export async function unpauseTemplate(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer')
  return atMeta(ctx, templateId, {
    from: ['paused'],
    to: 'approved',
    action: 'template.unpause',
    check: async (_tx, row) => {
      if (row.pause_step === null) return
      throw new Problem('conflict', 'pause_by_quality', {
        de: 'Diese Pause kommt von schlechter Qualität und endet von selbst. Nutze die Zeit, um Text und Empfängerkreis zu prüfen.',
        en: 'This pause comes from bad quality and ends by itself. Use the time to check the text and who gets it.',
      })
    },
    call: async (client, _wabaId, metaId) => {
      expectAnswer(await client.unpauseTemplate(metaId))
    },
  })
}

/**
 * Takes a template out of use at Meta without deleting it; Meta deletes it 28 days later, unless it comes back before.
 * @throws Problem `not_found`, `template_in_use`, `template_state`, `meta_refused`, `meta_silent`
 */
export async function archiveTemplate(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer')
  return atMeta(ctx, templateId, {
    from: ['approved', 'paused', 'rejected'],
    to: 'archived',
    action: 'template.archive',
    check: (tx) => expectUnused(tx, templateId, NEEDING),
    call: async (client, wabaId, metaId) => {
      const { archived_templates } = expectAnswer(await client.archiveTemplates(wabaId, [metaId]))
      if (!archived_templates.includes(metaId)) throw notDone()
    },
  })
}

/** Brings a template back from the archive. @throws Problem `not_found`, `template_state`, `meta_refused`, `meta_silent` */
export async function unarchiveTemplate(ctx: Context, templateId: string): Promise<Template> {
  requireRole(ctx, 'marketer')
  return atMeta(ctx, templateId, {
    from: ['archived'],
    to: 'approved',
    action: 'template.unarchive',
    check: async () => {},
    call: async (client, wabaId, metaId) => {
      const { unarchived_templates } = expectAnswer(await client.unarchiveTemplates(wabaId, [metaId]))
      if (!unarchived_templates.includes(metaId)) throw notDone()
    },
  })
}

interface Step {
  from: readonly TemplateState[]
  to: 'approved' | 'archived'
  action: `template.${string}`
  check: (tx: Context, row: Row) => Promise<void>
  call: (client: GraphClient, wabaId: string, metaId: string) => Promise<void>
}

/** Asks Meta first, outside of a transaction; what Meta's webhook has told meanwhile is not overwritten. */
async function atMeta(ctx: Context, templateId: string, step: Step): Promise<Template> {
  const row = await withTransaction(ctx, async (tx) => {
    const locked = await lockTemplate(tx, templateId)
    if (!step.from.includes(locked.state) || !locked.meta_id) throw wrongState()
    await step.check(tx, locked)
    return locked
  })
  const { wabaId } = await getChannel(ctx, row.channel_id)
  await withGraph(ctx, row.channel_id, (client) => step.call(client, wabaId, row.meta_id ?? ''))
  return withTransaction(ctx, async (tx) => {
    const now = await lockTemplate(tx, templateId)
    if (now.state === row.state) {
      await changeTemplate(tx, templateId, {
        state: step.to,
        paused_until: null,
        pause_step: null,
        archive_told_at: null,
        archived_at: step.to === 'archived' ? tx.clock.now() : null,
      })
      await settle(tx, now, { ...now, state: step.to })
    }
    await recordAudit(tx, {
      action: step.action,
      entity: 'template',
      entityId: templateId,
      before: { state: row.state },
      after: { state: step.to },
    })
    return findTemplate(tx, templateId)
  })
}

const wrongState = () =>
  new Problem('conflict', 'template_state', {
    de: 'In diesem Zustand der Vorlage geht das nicht. Gleiche die Vorlagen ab, wenn er veraltet ist.',
    en: 'This is not possible in the template’s state. Synchronise the templates if it is out of date.',
  })

const notDone = () =>
  new Problem('conflict', 'meta_refused', {
    de: 'WhatsApp hat das für diese Vorlage nicht getan. Versuche es später noch einmal.',
    en: 'WhatsApp did not do this for the template. Try again later.',
  })
