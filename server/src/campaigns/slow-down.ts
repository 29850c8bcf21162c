import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { wakeDispatch } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { type Campaign, lockCampaign, viewCampaign } from './campaign.ts'
import { changeCampaign } from './store.ts'

const HALF = '0.5'
const FULL = '1'

/** Campaigns of a template whose quality is yellow go at half the pace, until it is better (C-65). */
export async function slowDown(tx: Context, templateId: string, yellow: boolean): Promise<void> {
  const campaigns = await tx.db
    .selectFrom('campaign')
    .select(['campaign_id', 'name'])
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .where('state', 'in', ['scheduled', 'freezing', 'running', 'paused'])
    .where('pace', yellow ? '=' : '<', FULL)
    .orderBy('campaign_id')
    .forUpdate()
    .execute()
  for (const { campaign_id, name } of campaigns) {
    await changeCampaign(tx, campaign_id, { pace: yellow ? HALF : FULL })
    await auditPace(tx, campaign_id, yellow ? HALF : FULL, 'template_quality')
    if (!yellow) continue
    await notify(tx, {
      kind: 'campaign.slowed',
      severity: 'warning',
      entity: 'campaign',
      entityId: campaign_id,
      data: { name },
    })
  }
}

/** What a person said about a red template held for what was known then. */
export async function forgetRed(tx: Context, templateId: string): Promise<void> {
  await tx.db
    .updateTable('campaign')
    .set({ red_accepted: false })
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .where('red_accepted', '=', true)
    .execute()
}

/** The pace that a campaign starts with; red is not better than yellow, even if a person goes on. */
export function paceFor(template: { quality: string }): string {
  return template.quality === 'YELLOW' || template.quality === 'RED' ? HALF : FULL
}

export const FullPaceInput = z.object({ reason: z.string().trim().min(3).max(200) })

/**
 * A member has looked at a yellow template and lets the campaign go on at its full pace; the reason is kept. Red still pauses.
 * @throws Problem `not_found`, `not_slowed`
 */
export async function fullPace(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof FullPaceInput>,
): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  const { reason } = FullPaceInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (Number(row.pace) === Number(FULL)) {
      throw new Problem('conflict', 'not_slowed', {
        de: 'Diese Kampagne läuft schon mit vollem Tempo.',
        en: 'This campaign goes at its full pace already.',
      })
    }
    await changeCampaign(tx, campaignId, { pace: FULL })
    await auditPace(tx, campaignId, FULL, reason)
    wakeDispatch(tx)
    return viewCampaign(tx, campaignId)
  })
}

async function auditPace(tx: Context, campaignId: string, pace: string, reason: string): Promise<void> {
  await recordAudit(tx, {
    action: 'campaign.pace',
    entity: 'campaign',
    entityId: campaignId,
    after: { pace, reason },
  })
}
