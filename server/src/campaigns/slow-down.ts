import type { Context } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { changeCampaign } from './store.ts'

const HALF = '0.5'

/** Campaigns of a template whose quality is yellow go at half the pace, until it is better (C-65). */
export async function slowDown(tx: Context, templateId: string, yellow: boolean): Promise<void> {
  const campaigns = await tx.db
    .selectFrom('campaign')
    .select(['campaign_id', 'name'])
    .where('business_id', '=', tx.businessId)
    .where('template_id', '=', templateId)
    .where('state', 'in', ['scheduled', 'freezing', 'running', 'paused'])
    .where('pace', yellow ? '=' : '<', '1')
    .orderBy('campaign_id')
    .forUpdate()
    .execute()
  for (const { campaign_id, name } of campaigns) {
    await changeCampaign(tx, campaign_id, { pace: yellow ? HALF : '1' })
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

/** The pace that a campaign starts with. */
export function paceFor(template: { quality: string }): string {
  return template.quality === 'YELLOW' ? HALF : '1'
}
