import { recordAudit } from '../audit/index.ts'
import { type Channel, findStorageChange, noteStanding, type ReportedStanding } from '../channels/index.ts'
import { type Context, defineHook, newId } from '../platform/index.ts'
import { notify, type Severity } from './notify.ts'

/** A number's quality, limit or state changed, in the same transaction: campaigns on it react (C-65). */
export const channelChanged = defineHook<{ channelId: string; before: Channel; after: Channel }>(
  'standing.channel_changed',
)

/**
 * Writes what was reported about a channel (by webhook, or read from the API), with history and notifications for what
 * is different. Runs in the caller's transaction.
 */
export async function noteReported(tx: Context, channel: Channel, told: ReportedStanding): Promise<void> {
  const reported = await withoutReturn(tx, channel, told)
  await noteStanding(tx, channel.id, reported)
  const after: Channel = { ...channel, ...reported }
  const changes = (['state', 'quality', 'messagingLimit', 'throughput'] as const).filter(
    (what) => channel[what] !== after[what],
  )
  if (changes.length === 0) return
  for (const what of changes) {
    const [before, now] = [shown(channel[what]), shown(after[what])]
    await tx.db
      .insertInto('standing_change')
      .values({
        business_id: tx.businessId,
        channel_id: channel.id,
        change_id: newId(),
        at: tx.clock.now(),
        what,
        before,
        after: now,
      })
      .execute()
    if (what === 'throughput') continue
    await notify(tx, {
      kind: what === 'messagingLimit' ? 'channel.limit' : `channel.${what}`,
      severity: severityOf(what, channel, after),
      entity: 'channel',
      entityId: channel.id,
      data: { name: channel.name, before, after: now },
    })
  }
  await recordAudit(tx, {
    action: 'channel.standing',
    entity: 'channel',
    entityId: channel.id,
    before: Object.fromEntries(changes.map((what) => [what, channel[what]])),
    after: Object.fromEntries(changes.map((what) => [what, after[what]])),
  })
  await tx.hooks.run(channelChanged, tx, { channelId: channel.id, before: channel, after })
}

/** Of a number that is being taken off for another data location, "connected" is said by whoever brings it back: until then nothing may leave. */
async function withoutReturn(
  tx: Context,
  channel: Channel,
  told: ReportedStanding,
): Promise<ReportedStanding> {
  const { state, ...others } = told
  return state === 'connected' && (await findStorageChange(tx, channel.id)) ? others : told
}

/** Null in a messaging limit means that there is none. */
function shown(value: string | number | null): string {
  return value === null ? '∞' : String(value)
}

function severityOf(what: 'state' | 'quality' | 'messagingLimit', before: Channel, after: Channel): Severity {
  if (what === 'state') return after.state === 'connected' ? 'success' : 'critical'
  if (what === 'quality')
    return { RED: 'critical', YELLOW: 'warning', GREEN: 'success', UNKNOWN: 'info' }[
      after.quality
    ] as Severity
  const limit = (channel: Channel) => channel.messagingLimit ?? Number.POSITIVE_INFINITY
  return limit(after) < limit(before) ? 'warning' : 'success'
}
