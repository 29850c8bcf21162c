import { messageIdOf } from '../dispatch/index.ts'
import type { Context } from '../platform/index.ts'
import { readSlice, type StatusUpdate } from '../whatsapp/index.ts'
import { channelUpdate, messageStatuses, templateUpdate } from './hooks.ts'
import { contactsOfMessages, type WaitingUpdate } from './store.ts'

/**
 * A batch of statuses in the caller's transaction, set-based.
 * @returns the contact of each update, in order; null for messages that are not ours
 * @throws ZodError when one of them cannot be read
 */
export async function processStatuses(
  tx: Context,
  waiting: readonly WaitingUpdate[],
): Promise<(string | null)[]> {
  const updates = waiting.map(({ slice }) => readSlice(slice))
  const statuses = updates.filter((update): update is StatusUpdate => update.kind === 'status')
  if (statuses.length > 0) await tx.hooks.run(messageStatuses, tx, { statuses })
  const ids = updates.map((update) => (update.kind === 'status' ? messageIdOf(update.callback) : null))
  const contacts = await contactsOfMessages(
    tx,
    ids.filter((id) => id !== null),
  )
  return ids.map((id) => (id ? (contacts.get(id) ?? null) : null))
}

/** News about a template, a number or an account. What we do not act on stays stored for its 14 days. */
export async function processChange(tx: Context, { channelId, slice }: WaitingUpdate): Promise<void> {
  const update = readSlice(slice)
  if (update.kind === 'template') await tx.hooks.run(templateUpdate, tx, { channelId, update })
  else if (update.kind === 'channel') await tx.hooks.run(channelUpdate, tx, { channelId, update })
}
