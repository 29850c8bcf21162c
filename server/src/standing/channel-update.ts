import { recordAudit } from '../audit/index.ts'
import { type Channel, listChannels, noteStanding, type ReportedStanding } from '../channels/index.ts'
import { type Context, defineHook, newId } from '../platform/index.ts'
import { type ChannelUpdate, readLimit } from '../whatsapp/index.ts'
import { notify, notifyHourly, type Severity } from './notify.ts'

/** A number's quality, limit or state changed, in the same transaction: campaigns on it react (C-65). */
export const channelChanged = defineHook<{ channelId: string; before: Channel; after: Channel }>(
  'standing.channel_changed',
)

/**
 * Handler of intake's `channelUpdate`: writes what Meta reports about a number or its account, remembers the change for
 * the standing page and tells the members.
 */
export async function onChannelUpdate(
  tx: Context,
  { update }: { channelId: string; update: ChannelUpdate },
): Promise<void> {
  const all = await listChannels(tx)
  const concerned = all.filter(
    (channel) =>
      channel.wabaId === update.wabaId &&
      (update.displayPhoneNumber === null || channel.phone === update.displayPhoneNumber),
  )
  for (const channel of concerned) await apply(tx, channel, update.change)
}

async function apply(tx: Context, channel: Channel, change: ChannelUpdate['change']): Promise<void> {
  const reported = reportedBy(change)
  if (reported) await noteReported(tx, channel, reported)
  const news = newsOf(change)
  if (!news) return
  await notify(tx, {
    ...news,
    entity: 'channel',
    entityId: channel.id,
    data: { name: channel.name, ...news.data },
  })
}

/**
 * Writes what was reported about a channel (by webhook, or read from the API), with history and notifications for what
 * is different. Runs in the caller's transaction.
 */
export async function noteReported(tx: Context, channel: Channel, reported: ReportedStanding): Promise<void> {
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

/** The fields of the channel that an update changes; null when it changes none. */
function reportedBy(change: ChannelUpdate['change']): ReportedStanding | null {
  switch (change.what) {
    case 'quality': {
      const limit = change.limit === null ? undefined : readLimit(change.limit)
      const quality = { FLAGGED: 'RED', UNFLAGGED: 'GREEN' }[change.event] as Channel['quality'] | undefined
      const throughput = change.event === 'THROUGHPUT_UPGRADE' ? 1_000 : undefined
      return {
        ...(limit === undefined ? {} : { messagingLimit: limit }),
        ...(quality ? { quality } : {}),
        ...(throughput ? { throughput } : {}),
      }
    }
    case 'limit': {
      const limit = readLimit(change.limit)
      return limit === undefined ? null : { messagingLimit: limit }
    }
    case 'account': {
      const state = accountState(change)
      return state ? { state } : null
    }
    default:
      return null
  }
}

function accountState(
  change: Extract<ChannelUpdate['change'], { what: 'account' }>,
): Channel['state'] | null {
  if (change.event === 'ACCOUNT_RESTRICTION') {
    return change.restrictions.includes('RESTRICTED_BIZ_INITIATED_MESSAGING') ? 'restricted' : null
  }
  if (change.event === 'DISABLED_UPDATE') {
    if (change.banState === 'REINSTATE') return 'connected'
    return change.banState === 'DISABLE' ? 'banned' : 'restricted'
  }
  if (change.event === 'ACCOUNT_DELETED' || change.event === 'ACCOUNT_OFFBOARDED') return 'disconnected'
  return change.event === 'ACCOUNT_RECONNECTED' ? 'connected' : null
}

/** What members should hear beside the change of fields. */
function newsOf(
  change: ChannelUpdate['change'],
): { kind: string; severity: Severity; data: Record<string, unknown> } | null {
  switch (change.what) {
    case 'account':
      return {
        kind: 'channel.account',
        severity: 'warning',
        data: { event: [change.event, change.violation].filter(Boolean).join(': ') },
      }
    case 'review':
      return {
        kind: 'channel.account',
        severity: 'info',
        data: { event: `ACCOUNT_REVIEW: ${change.decision}` },
      }
    case 'alert':
      return {
        kind: 'channel.account',
        severity: change.severity === 'CRITICAL' ? 'critical' : 'warning',
        data: { event: change.type },
      }
    case 'name':
      return {
        kind: 'channel.name',
        severity: change.decision === 'APPROVED' ? 'success' : 'warning',
        data: { after: change.decision },
      }
    case 'security':
      return { kind: 'channel.security', severity: 'critical', data: { event: change.event } }
    default:
      return null
  }
}

/** Handler of dispatch's `sendingStopped`: Meta refuses everything of a template, number or account. Said once per hour. */
export async function onSendingStopped(
  tx: Context,
  stop: {
    scope: 'template' | 'channel' | 'waba'
    channelId: string
    templateId: string | null
    errorCode: number
  },
): Promise<void> {
  const entityId = stop.scope === 'template' && stop.templateId ? stop.templateId : stop.channelId
  await notifyHourly(tx, {
    kind: 'sending.stopped',
    severity: 'critical',
    entity: stop.scope === 'template' ? 'template' : 'channel',
    entityId,
    data: { code: stop.errorCode, scope: stop.scope },
  })
}

/** Handler of dispatch's `errorSeen`: an error that we do not know, or a fault of our own request. Said once per hour. */
export async function onErrorSeen(tx: Context, { code }: { code: number }): Promise<void> {
  await notifyHourly(tx, {
    kind: 'sending.error',
    severity: 'warning',
    entity: 'error',
    entityId: String(code),
    data: { code },
  })
}

/** Handler of dispatch's `countryBlocked`: nobody in this country is written to any more. */
export async function onCountryBlocked(
  tx: Context,
  { channelId, country }: { channelId: string; country: string },
): Promise<void> {
  await notify(tx, {
    kind: 'sending.country',
    severity: 'warning',
    entity: 'channel',
    entityId: channelId,
    data: { country },
  })
}
