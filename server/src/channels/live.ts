import { recordAudit } from '../audit/index.ts'
import type { Context } from '../platform/index.ts'
import { getChannel, type Storage } from './channel.ts'

/**
 * Lets a number send marketing from now on, or no longer. Whether it may is for the caller to judge (C-52); what is queued
 * waits or goes on by the gate. Runs in the caller's transaction.
 * @throws Problem `not_found`
 */
export async function setLive(tx: Context, channelId: string, live: boolean): Promise<void> {
  const before = await getChannel(tx, channelId)
  const now = tx.clock.now()
  await tx.db
    .updateTable('channel')
    .set({ live_at: live ? (before.liveAt ?? now) : null, updated_at: now })
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .execute()
  await recordAudit(tx, {
    action: live ? 'channel.go_live' : 'channel.take_back',
    entity: 'channel',
    entityId: channelId,
    before: { live: before.liveAt !== null },
    after: { live },
  })
}

/** Notes where Meta keeps the content of this number's messages (C-54). Runs in the caller's transaction. */
export async function noteStorage(tx: Context, channelId: string, storage: Storage): Promise<void> {
  await tx.db
    .updateTable('channel')
    .set({
      data_storage: storage.kind,
      data_region: storage.kind === 'in_country' ? storage.region : null,
      data_storage_from: storage.from,
      updated_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .execute()
}
