import type { Context } from '../platform/index.ts'
import { lockCampaign } from './campaign.ts'
import { pauseBySystem } from './steer.ts'

/**
 * Handler of brake's `brakeChanged`. A restored database does not know what was sent after its backup was made, so a person
 * goes on with each campaign by itself: whatever ran, was being frozen or came due is paused in the transaction that releases
 * the brake. Campaigns that are due later still start by themselves.
 */
export async function onBrakeChanged(
  tx: Context,
  { braked, reason }: { braked: boolean; reason: string },
): Promise<void> {
  if (braked || reason === 'no_send') return
  const now = tx.clock.now()
  const rows = await tx.db
    .selectFrom('campaign')
    .select('campaign_id')
    .where('business_id', '=', tx.businessId)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['freezing', 'running']),
        eb.and([eb('state', '=', 'scheduled'), eb('scheduled_at', '<=', now)]),
      ]),
    )
    .orderBy('campaign_id')
    .execute()
  for (const { campaign_id } of rows) {
    const row = await lockCampaign(tx, campaign_id)
    if (row.state === 'freezing' || row.state === 'running' || row.state === 'scheduled')
      await pauseBySystem(tx, row, 'restored')
  }
}
