import { z } from 'zod'
import { channelCredentials, getChannel, listChannels, type ReportedStanding } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, createContext, Problem, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { createGraphClient, readLimit, readThroughput } from '../whatsapp/index.ts'
import { noteReported } from './note-reported.ts'
import { isRestricted } from './restrictions.ts'

/** Reads one number again, for example right after it was connected. */
export const refreshChannelJob: Job<{ businessId: string; channelId: string }> = {
  name: 'standing.refresh',
  schema: z.object({ businessId: z.uuid(), channelId: z.uuid() }),
  retries: 3,
}

/** Webhooks tell of changes; this notices what a webhook never told. */
export const refreshChannelsJob: Job<Record<string, never>> = {
  name: 'standing.refresh_all',
  schema: z.object({}).strict(),
  cron: '17 * * * *',
}

const NumberFields = z.looseObject({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
  status: z.string().optional(),
  whatsapp_business_manager_messaging_limit: z.string().optional(),
  throughput: z.looseObject({ level: z.string().optional() }).optional().catch(undefined),
  is_on_biz_app: z.boolean().optional().catch(undefined),
})

const STATE = new Map<string, ReportedStanding['state']>([
  ['CONNECTED', 'connected'],
  ['FLAGGED', 'connected'],
  ['RESTRICTED', 'restricted'],
  ['RATE_LIMITED', 'restricted'],
  ['BANNED', 'banned'],
  ['DISCONNECTED', 'disconnected'],
  ['DELETED', 'disconnected'],
  ['MIGRATED', 'disconnected'],
])
const QUALITIES = ['GREEN', 'YELLOW', 'RED'] as const

/**
 * Reads what Meta says of a number now (quality, limit, throughput, status) and writes what is different, with history and
 * notifications, as a webhook would.
 * @throws Problem `graph_unreachable` when the number cannot be read
 */
export async function refreshChannel(ctx: Context, channelId: string): Promise<void> {
  requireRole(ctx, 'marketer', 'agent')
  const channel = await getChannel(ctx, channelId)
  const { accessToken, appSecret } = await channelCredentials(ctx, channelId)
  const client = createGraphClient({
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: accessToken,
    appSecret,
  })
  try {
    const answer = await client.getNumber(channel.phoneNumberId)
    if (answer.ok !== true) {
      const why = answer.ok === false ? answer.error.title : answer.detail
      throw new Problem('unavailable', 'graph_unreachable', {
        de: `Meta gibt über diese Nummer gerade keine Auskunft: ${why}. Prüfe den Zugang unter Einstellungen.`,
        en: `Meta tells nothing about this number just now: ${why}. Check the access under Settings.`,
      })
    }
    const reported = toReported(NumberFields.parse(answer.value))
    await withTransaction(ctx, async (tx) => {
      // A restriction of the account stands until its end, although the number's own status reads well.
      const { state, ...others } = reported
      const hidden = state === 'connected' && (await isRestricted(tx, channelId))
      await noteReported(tx, await getChannel(tx, channelId), hidden ? others : reported)
    })
  } finally {
    await client.close()
  }
}

/** What the API answers, in our words; unknown values change nothing. */
export function toReported(fields: z.infer<typeof NumberFields>): ReportedStanding {
  const quality = QUALITIES.find((known) => known === fields.quality_rating)
  const limit = fields.whatsapp_business_manager_messaging_limit
  const messagingLimit = limit === undefined ? undefined : readLimit(limit)
  const state = STATE.get(fields.status ?? '')
  const throughput = readThroughput(fields.throughput?.level, fields.is_on_biz_app)
  return {
    ...(quality ? { quality } : {}),
    ...(messagingLimit === undefined ? {} : { messagingLimit }),
    ...(state ? { state } : {}),
    ...(throughput ? { throughput } : {}),
    ...(fields.verified_name ? { verifiedName: fields.verified_name } : {}),
  }
}

/** The job behind `standing.refresh`. */
export async function runRefresh(
  runtime: Runtime,
  data: { businessId: string; channelId: string },
): Promise<void> {
  await refreshChannel(
    createContext(runtime, data.businessId, { kind: 'system', job: refreshChannelJob.name }),
    data.channelId,
  )
}

/** The job behind `standing.refresh_all`: one number that cannot be read does not hold up the others. */
export async function runRefreshAll(runtime: Runtime): Promise<void> {
  const businesses = await runtime.db
    .selectFrom('business')
    .select('business_id')
    .where('state', '!=', 'frozen')
    .execute()
  for (const { business_id } of businesses) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: refreshChannelsJob.name })
    for (const channel of await listChannels(ctx)) {
      try {
        await refreshChannel(ctx, channel.id)
      } catch (error) {
        runtime.log.warn({ err: error, channelId: channel.id }, 'standing.refresh.failed')
      }
    }
  }
}
