import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { askMeta, metaRefused } from './ask-meta.ts'
import { getChannel } from './channel.ts'

/** Lets the app hear the account's events again. @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function subscribeChannel(ctx: Context, channelId: string): Promise<void> {
  requireRole(ctx, 'owner')
  const { wabaId } = await getChannel(ctx, channelId)
  const answer = await askMeta(ctx, channelId, (client) => client.subscribeApp(wabaId))
  if (answer.ok !== true) throw metaRefused(answer)
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, { action: 'channel.subscribe', entity: 'channel', entityId: channelId }),
  )
}
