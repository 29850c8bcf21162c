import type { Context } from '../platform/index.ts'
import { readSlice } from '../whatsapp/index.ts'
import { channelUpdate, messageStatuses, templateUpdate } from './hooks.ts'
import type { WaitingUpdate } from './store.ts'

/**
 * A batch of statuses in the caller's transaction, set-based.
 * @throws ZodError when one of them cannot be read
 */
export async function processStatuses(tx: Context, waiting: readonly WaitingUpdate[]): Promise<void> {
  const statuses = waiting.map(({ slice }) => readSlice(slice)).filter((update) => update.kind === 'status')
  if (statuses.length > 0) await tx.hooks.run(messageStatuses, tx, { statuses })
}

/** News about a template, a number or an account. What we do not act on stays stored for its 14 days. */
export async function processChange(tx: Context, { channelId, slice }: WaitingUpdate): Promise<void> {
  const update = readSlice(slice)
  if (update.kind === 'template') await tx.hooks.run(templateUpdate, tx, { channelId, update })
  else if (update.kind === 'channel') await tx.hooks.run(channelUpdate, tx, { channelId, update })
}
