import { setImmediate } from 'node:timers/promises'
import type { Context } from '../platform/index.ts'
import { readSlice, type StatusUpdate } from '../whatsapp/index.ts'
import { channelUpdate, messageStatuses, templateUpdate } from './hooks.ts'
import type { WaitingUpdate } from './store.ts'

/** Statuses read in one go, while nothing else happens in the process. */
const READ_AT_ONCE = 100

/**
 * A batch of statuses in the caller's transaction, set-based.
 * @throws ZodError when one of them cannot be read
 */
export async function processStatuses(tx: Context, waiting: readonly WaitingUpdate[]): Promise<void> {
  const statuses: StatusUpdate[] = []
  for (const [index, { slice }] of waiting.entries()) {
    // Whoever waits for an answer to a webhook, a STOP among them, has a turn in between.
    if (index > 0 && index % READ_AT_ONCE === 0) await setImmediate()
    const update = readSlice(slice)
    if (update.kind === 'status') statuses.push(update)
  }
  if (statuses.length > 0) await tx.hooks.run(messageStatuses, tx, { statuses })
}

/** News about a template, a number or an account. What we do not act on stays stored for its 14 days, and is counted. */
export async function processChange(tx: Context, { channelId, slice }: WaitingUpdate): Promise<void> {
  const update = readSlice(slice)
  if (update.kind === 'template') await tx.hooks.run(templateUpdate, tx, { channelId, update })
  else if (update.kind === 'channel') await tx.hooks.run(channelUpdate, tx, { channelId, update })
  else if (update.kind === 'address_book') tx.metrics.addressBook.inc(update.entries)
  else if (update.kind === 'other') tx.metrics.webhookUnused.inc({ field: labelOf(update.field) })
}

/** Fields of Meta's that concern nothing Jawort does (Flows' health, calls, groups, payments …). */
const UNUSED: readonly string[] = [
  'automatic_events',
  'business_username_update',
  'calls',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'messages',
  'partner_solutions',
  'payment_configuration_update',
  'standby',
  'status',
  'tracking_events',
]

/** Whatever stands in a webhook must not become a label. */
function labelOf(field: string): string {
  return UNUSED.includes(field) ? field : 'unknown'
}
