import type { Context } from '../platform/index.ts'
import type { Channel } from './channel.ts'

/** What Meta reports about a number; only the given fields change. */
export type ReportedStanding = Partial<
  Pick<Channel, 'state' | 'quality' | 'messagingLimit' | 'throughput' | 'displayPhoneNumber' | 'verifiedName'>
>

/** Writes what Meta says; telling people about the change is the task of standing. Runs in the caller's transaction. */
export async function noteStanding(
  tx: Context,
  channelId: string,
  reported: ReportedStanding,
): Promise<void> {
  const columns = {
    ...(reported.state ? { state: reported.state } : {}),
    ...(reported.quality ? { quality: reported.quality } : {}),
    ...(reported.messagingLimit === undefined ? {} : { messaging_limit: reported.messagingLimit }),
    ...(reported.throughput ? { throughput: reported.throughput } : {}),
    ...(reported.displayPhoneNumber ? { display_phone_number: reported.displayPhoneNumber } : {}),
    ...(reported.verifiedName ? { verified_name: reported.verifiedName } : {}),
  }
  await tx.db
    .updateTable('channel')
    .set({ ...columns, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .execute()
}
