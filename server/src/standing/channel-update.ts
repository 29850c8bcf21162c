import { type Channel, listChannels, type ReportedStanding } from '../channels/index.ts'
import type { Context } from '../platform/index.ts'
import { type ChannelUpdate, readLimit } from '../whatsapp/index.ts'
import { noteReported } from './note-reported.ts'
import { notify, notifyHourly, type Severity } from './notify.ts'
import { noteRestrictions } from './restrictions.ts'

/**
 * Handler of intake's `channelUpdate`: writes what Meta reports about a number or its account, remembers the change for
 * the standing page and tells the members.
 */
export async function onChannelUpdate(
  tx: Context,
  { update }: { channelId: string; update: ChannelUpdate },
): Promise<void> {
  // Meta's own fault, not news of the number: told as any error is, once an hour.
  if (update.change.what === 'error') return onErrorSeen(tx, update.change)
  const all = await listChannels(tx)
  const concerned = all.filter(
    (channel) =>
      channel.wabaId === update.wabaId &&
      (update.displayPhoneNumber === null || channel.phone === update.displayPhoneNumber),
  )
  for (const channel of concerned) await apply(tx, channel, update.change)
}

async function apply(tx: Context, channel: Channel, change: ChannelUpdate['change']): Promise<void> {
  if (change.what === 'account') await noteRestrictions(tx, channel.id, change)
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

// Looked up by Meta's words: an object would also have answers for `constructor`.
const FLAGS = new Map<string, Channel['quality']>([
  ['FLAGGED', 'RED'],
  ['UNFLAGGED', 'GREEN'],
])

/** The fields of the channel that an update changes; null when it changes none. */
function reportedBy(change: ChannelUpdate['change']): ReportedStanding | null {
  switch (change.what) {
    case 'quality': {
      const limit = change.limit === null ? undefined : readLimit(change.limit)
      const quality = FLAGS.get(change.event)
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
    const stops = change.restrictions.some(({ kind }) => kind === 'RESTRICTED_BIZ_INITIATED_MESSAGING')
    return stops ? 'restricted' : null
  }
  if (change.event === 'DISABLED_UPDATE') {
    if (change.banState === 'REINSTATE') return 'connected'
    return change.banState === 'DISABLE' ? 'banned' : 'restricted'
  }
  if (change.event === 'ACCOUNT_DELETED' || change.event === 'ACCOUNT_OFFBOARDED') return 'disconnected'
  return change.event === 'ACCOUNT_RECONNECTED' ? 'connected' : null
}

/** Events of an account that stop nothing and ask nothing of anybody. */
const HARMLESS: ReadonlySet<string> = new Set([
  'ACCOUNT_RECONNECTED',
  'AD_ACCOUNT_LINKED',
  'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
  'MM_LITE_TERMS_SIGNED',
  'PARTNER_ADDED',
  'PARTNER_APP_INSTALLED',
  'VERIFIED_ACCOUNT',
  'VOLUME_BASED_PRICING_TIER_UPDATE',
])

/** How a review of the account ended; while it runs it stops nothing. */
const REVIEWED = new Map<string, Severity>([
  ['APPROVED', 'success'],
  ['REJECTED', 'critical'],
])

/** What members should hear beside the change of fields. */
function newsOf(
  change: ChannelUpdate['change'],
): { kind: string; severity: Severity; data: Record<string, unknown> } | null {
  switch (change.what) {
    case 'account':
      return {
        kind: 'channel.account',
        severity: HARMLESS.has(change.event) || change.banState === 'REINSTATE' ? 'info' : 'warning',
        data: { event: [change.event, change.violation].filter(Boolean).join(': ') },
      }
    case 'review':
      return {
        kind: 'channel.account',
        severity: REVIEWED.get(change.decision) ?? 'info',
        data: { event: `ACCOUNT_REVIEW: ${change.decision}` },
      }
    case 'alert':
      return {
        kind: 'channel.account',
        severity: change.active === false ? 'info' : change.severity === 'CRITICAL' ? 'critical' : 'warning',
        data: { event: change.type },
      }
    case 'name':
      return {
        kind: change.reason ? 'channel.name_refused' : 'channel.name',
        severity: change.decision === 'APPROVED' ? 'success' : 'warning',
        data: { after: change.decision, ...(change.reason ? { reason: change.reason } : {}) },
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
