import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { type Channel, getChannel } from './channel.ts'

/** From now on this number is meant when none is named, and comes first in every list. @throws Problem `not_found` */
export async function makeDefault(ctx: Context, channelId: string): Promise<Channel> {
  requireRole(ctx, 'owner')
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, channelId)
    const ofBusiness = tx.db.updateTable('channel').where('business_id', '=', tx.businessId)
    await ofBusiness.set({ is_default: false }).where('is_default', '=', true).execute()
    await ofBusiness.set({ is_default: true }).where('channel_id', '=', channelId).execute()
    await recordAudit(tx, { action: 'channel.make_default', entity: 'channel', entityId: channelId })
    return getChannel(tx, channelId)
  })
}
