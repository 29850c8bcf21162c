import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, withTransaction } from '../platform/index.ts'
import { findSegment } from '../segments/index.ts'
import { findTemplate, VariableSources } from '../templates/index.ts'
import { BreakerSettings } from './breaker.ts'
import { type Campaign, lockCampaign, viewCampaign } from './campaign.ts'
import { Ramp } from './ramp-settings.ts'
import { expectStep } from './state.ts'
import { changeCampaign, insertCampaign, removeCampaign } from './store.ts'

const Draft = z.object({
  name: z.string().trim().min(1).max(100),
  channelId: z.uuid().nullable().optional(),
  /** Exactly one purpose per campaign (C-08). */
  topicId: z.uuid().nullable().optional(),
  templateId: z.uuid().nullable().optional(),
  segmentId: z.uuid().nullable().optional(),
  variables: VariableSources.optional(),
  scheduledAt: z.iso.datetime({ offset: true }).nullable().optional(),
  budget: z.number().min(0).max(10_000_000).nullable().optional(),
  toleranceMinutes: z.number().int().min(0).max(10_080).optional(),
  breaker: BreakerSettings.optional(),
  ramp: Ramp.nullable().optional(),
})
type Draft = z.infer<typeof Draft>

export const CreateCampaignInput = Draft
export const UpdateCampaignInput = Draft.partial()

/** Starts a draft. @throws Problem `not_found` for what is not the business's own */
export async function createCampaign(
  ctx: Context,
  input: z.input<typeof CreateCampaignInput>,
): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  const draft = CreateCampaignInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    await expectOwn(tx, draft)
    const campaignId = await insertCampaign(tx, { name: draft.name, ...columns(draft) })
    await recordAudit(tx, {
      action: 'campaign.create',
      entity: 'campaign',
      entityId: campaignId,
      after: { ...draft },
    })
    return viewCampaign(tx, campaignId)
  })
}

/** Changes a draft. @throws Problem `not_found`, `campaign_state` */
export async function updateCampaign(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof UpdateCampaignInput>,
): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  const draft = UpdateCampaignInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    expectStep(row.state, 'edit')
    await expectOwn(tx, draft)
    const before = await viewCampaign(tx, campaignId)
    await changeCampaign(tx, campaignId, { ...(draft.name ? { name: draft.name } : {}), ...columns(draft) })
    const after = await viewCampaign(tx, campaignId)
    await recordAudit(tx, {
      action: 'campaign.update',
      entity: 'campaign',
      entityId: campaignId,
      before: { ...before },
      after: { ...after },
    })
    return after
  })
}

/** Throws a draft away. @throws Problem `not_found`, `campaign_state` */
export async function deleteCampaign(ctx: Context, campaignId: string): Promise<void> {
  requireRole(ctx, 'marketer')
  await withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    expectStep(row.state, 'delete')
    await removeCampaign(tx, campaignId)
    await recordAudit(tx, {
      action: 'campaign.delete',
      entity: 'campaign',
      entityId: campaignId,
      before: { name: row.name },
    })
  })
}

function columns(draft: Partial<Draft>) {
  return {
    ...(draft.channelId === undefined ? {} : { channel_id: draft.channelId }),
    ...(draft.topicId === undefined ? {} : { topic_id: draft.topicId }),
    ...(draft.templateId === undefined ? {} : { template_id: draft.templateId }),
    ...(draft.segmentId === undefined ? {} : { segment_id: draft.segmentId }),
    ...(draft.scheduledAt === undefined
      ? {}
      : { scheduled_at: draft.scheduledAt ? new Date(draft.scheduledAt) : null }),
    ...(draft.budget === undefined ? {} : { budget: draft.budget === null ? null : String(draft.budget) }),
    ...(draft.toleranceMinutes === undefined ? {} : { tolerance_minutes: draft.toleranceMinutes }),
    ...(draft.breaker ? { breaker: draft.breaker } : {}),
    ...(draft.ramp === undefined ? {} : rampColumns(draft.ramp)),
    ...(draft.variables ? { variables: draft.variables } : {}),
  }
}

function rampColumns(ramp: Ramp | null) {
  return ramp ? { ramp_share: String(ramp.share), ramp_wait_minutes: ramp.waitMinutes } : { ramp_share: null }
}

/** Ids of other businesses are answered like ids that do not exist. */
async function expectOwn(tx: Context, draft: Partial<Draft>): Promise<void> {
  if (draft.channelId) await getChannel(tx, draft.channelId)
  if (draft.templateId) await findTemplate(tx, draft.templateId)
  if (draft.segmentId) await findSegment(tx, draft.segmentId)
  if (draft.topicId) {
    const topic = await tx.db
      .selectFrom('topic')
      .select('topic_id')
      .where('business_id', '=', tx.businessId)
      .where('topic_id', '=', draft.topicId)
      .where('archived_at', 'is', null)
      .executeTakeFirst()
    if (!topic) throw notFound({ de: 'Dieses Thema', en: 'This topic' })
  }
}
