import type { StorageNews } from '../channels/index.ts'
import type { Context } from '../platform/index.ts'
import { notify, type Severity } from './notify.ts'

const SEVERITY: Record<StorageNews['what'], Severity> = {
  finished: 'warning',
  kept: 'warning',
  stuck: 'critical',
  pin: 'critical',
  unreachable: 'critical',
}

/** Handler of channels' `storageNews`: a number was off without anybody having been there, or still is (C-54). */
export async function onStorageNews(
  tx: Context,
  { channelId, name, what, code }: StorageNews,
): Promise<void> {
  await notify(tx, {
    kind: `channel.storage_${what}`,
    severity: SEVERITY[what],
    entity: 'channel',
    entityId: channelId,
    data: { name, ...(code && { code }) },
  })
}
