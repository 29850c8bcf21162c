import type { Selectable } from 'kysely'
import { z } from 'zod'
import { businessKey } from '../businesses/index.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'

export const ChannelState = z.enum(['connected', 'disconnected', 'restricted', 'banned'])
/** Meta's rating of a number or a template. */
export const Quality = z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN'])

/** What Jawort knows of one WhatsApp number, without its secrets. */
export interface Channel {
  id: string
  name: string
  /** Meant when none is named; one of a business. */
  isDefault: boolean
  phoneNumberId: string
  wabaId: string
  displayPhoneNumber: string
  /** Digits only, as in wa.me links */
  phone: string
  verifiedName: string
  state: z.infer<typeof ChannelState>
  quality: z.infer<typeof Quality>
  /** Unique people per rolling 24 hours; null is unlimited */
  messagingLimit: number | null
  /** Messages per second */
  throughput: number
  /** Since when it may send marketing (C-52); null: not yet */
  liveAt: Date | null
  /** Where Meta keeps message content at rest (C-54) */
  storage: Storage
  updatedAt: Date
}

/** Meta’s setting for the content of a number’s messages; nobody said: Meta’s standard. */
export interface Storage {
  kind: 'standard' | 'in_country' | 'none'
  /** Country code of the region; only with `in_country`. */
  region: string | null
  /** Who says so; null: nobody yet. */
  from: 'meta' | 'member' | null
}

export const Credentials = z.object({
  accessToken: z.string().min(1),
  appSecret: z.string().min(1),
  verifyToken: z.string().min(1),
})
export type Credentials = z.infer<typeof Credentials>

/** How they are kept: while an app's secret is rotated, webhooks signed with the one before still count, until a moment. */
const StoredCredentials = Credentials.extend({
  /** Since when each is in use; nobody knows of those that were entered before this was noted. */
  since: z.partialRecord(Credentials.keyof(), z.iso.datetime()).optional(),
  previous: z.object({ appSecret: z.string().min(1), until: z.iso.datetime() }).optional(),
})
export type StoredCredentials = z.infer<typeof StoredCredentials>

type Row = Selectable<DB['channel']>

function toChannel(row: Row): Channel {
  return {
    id: row.channel_id,
    name: row.name,
    isDefault: row.is_default,
    phoneNumberId: row.phone_number_id,
    wabaId: row.waba_id,
    displayPhoneNumber: row.display_phone_number,
    phone: row.display_phone_number.replace(/\D/g, ''),
    verifiedName: row.verified_name,
    state: row.state,
    quality: row.quality,
    messagingLimit: row.messaging_limit,
    throughput: row.throughput,
    liveAt: row.live_at,
    storage: { kind: row.data_storage, region: row.data_region, from: row.data_storage_from },
    updatedAt: row.updated_at,
  }
}

/** The channels of the business: the default one, then by age. */
export async function listChannels(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Channel[]> {
  const rows = await ctx.db
    .selectFrom('channel')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('is_default', 'desc')
    .orderBy('channel_id')
    .execute()
  return rows.map(toChannel)
}

/** @throws Problem `not_found` */
export async function getChannel(
  ctx: Pick<Context, 'db' | 'businessId'>,
  channelId: string,
): Promise<Channel> {
  const row = await ctx.db
    .selectFrom('channel')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Kanal', en: 'This channel' })
  return toChannel(row)
}

type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** The secrets of a channel, opened for one use; callers neither keep nor log them. */
export async function channelCredentials(ctx: Reader, channelId: string): Promise<StoredCredentials> {
  const row = await ctx.db
    .selectFrom('channel')
    .select('credentials_sealed')
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .executeTakeFirstOrThrow()
  return StoredCredentials.parse(
    JSON.parse(ctx.vault.open(await businessKey(ctx), row.credentials_sealed, `channel:${channelId}`)),
  )
}

/** Which secrets are in use, by their times; the secrets themselves are never told. */
export interface SecretTimes {
  accessTokenSince: string | null
  appSecretSince: string | null
  /** Until when the app secret before the present one counts; null when only the present one does. */
  previousSecretUntil: string | null
}

export async function secretTimes(
  ctx: Reader & Pick<Context, 'clock'>,
  channelId: string,
): Promise<SecretTimes> {
  const { since, previous } = await channelCredentials(ctx, channelId)
  return {
    accessTokenSince: since?.accessToken ?? null,
    appSecretSince: since?.appSecret ?? null,
    previousSecretUntil: previous && new Date(previous.until) > ctx.clock.now() ? previous.until : null,
  }
}

/** The app secrets whose signature counts for this channel now: its own, and the one before it while a rotation lasts. */
export async function webhookSecrets(
  ctx: Reader & Pick<Context, 'clock'>,
  channelId: string,
): Promise<string[]> {
  const { appSecret, previous } = await channelCredentials(ctx, channelId)
  const counts = previous && new Date(previous.until) > ctx.clock.now()
  return counts ? [appSecret, previous.appSecret] : [appSecret]
}

/** Seals a channel's secrets with the business key. */
export async function sealCredentials(
  ctx: Reader,
  channelId: string,
  credentials: StoredCredentials,
): Promise<Buffer> {
  return ctx.vault.seal(await businessKey(ctx), JSON.stringify(credentials), `channel:${channelId}`)
}
