import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, DAY, defineHook, newId, Problem, withTransaction } from '../platform/index.ts'
import { type Channel, Credentials, channelCredentials, getChannel, sealCredentials } from './channel.ts'
import { verifyTokenDigest } from './route-webhook.ts'

export const SaveChannelInput = Credentials.extend({
  name: z.string().trim().min(1).max(60),
  phoneNumberId: z.string().regex(/^\d{5,20}$/),
  wabaId: z.string().regex(/^\d{5,20}$/),
  displayPhoneNumber: z.string().trim().min(5).max(25),
  verifiedName: z.string().trim().min(1).max(100),
})

/** A number was connected, in the same transaction; what Meta says of it should be read soon. */
export const channelConnected = defineHook<{ channelId: string }>('channels.connected')

/**
 * Adds a WhatsApp number to the business. What Meta knows of it (quality, limit) is read afterwards by `refreshChannel`.
 * @throws Problem `channel_exists` when the business has this number already
 */
export async function saveChannel(ctx: Context, input: z.input<typeof SaveChannelInput>): Promise<Channel> {
  requireRole(ctx, 'owner')
  const { accessToken, appSecret, verifyToken, ...fields } = SaveChannelInput.parse(input)
  const channelId = newId()
  return withTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    const at = now.toISOString()
    const since = { accessToken: at, appSecret: at, verifyToken: at }
    const others = await tx.db
      .selectFrom('channel')
      .select('channel_id')
      .where('business_id', '=', tx.businessId)
      .limit(1)
      .execute()
    const inserted = await tx.db
      .insertInto('channel')
      .values({
        business_id: tx.businessId,
        channel_id: channelId,
        name: fields.name,
        phone_number_id: fields.phoneNumberId,
        waba_id: fields.wabaId,
        display_phone_number: fields.displayPhoneNumber,
        verified_name: fields.verifiedName,
        credentials_sealed: await sealCredentials(tx, channelId, {
          accessToken,
          appSecret,
          verifyToken,
          since,
        }),
        is_default: others.length === 0,
        state: 'connected',
        quality: 'UNKNOWN',
        data_storage: 'standard',
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.columns(['business_id', 'phone_number_id']).doNothing())
      .returning('channel_id')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'channel_exists', {
        de: 'Diese Nummer ist schon verbunden. Du findest sie unter Einstellungen, WhatsApp-Nummer.',
        en: 'This number is connected already. You find it under Settings, WhatsApp number.',
      })
    }
    await writeRoutes(tx, channelId, { ...fields, verifyToken })
    await recordAudit(tx, {
      action: 'channel.connect',
      entity: 'channel',
      entityId: channelId,
      after: { name: fields.name, phoneNumberId: fields.phoneNumberId, wabaId: fields.wabaId },
    })
    await tx.hooks.run(channelConnected, tx, { channelId })
    return getChannel(tx, channelId)
  })
}

export const UpdateChannelInput = Credentials.extend({
  name: z.string().trim().min(1).max(60),
  /**
   * An older app secret whose webhooks still count for seven days, because Meta repeats for so long; null ends that at once.
   * When the app secret is replaced and nothing is said, it is the replaced one.
   */
  previousAppSecret: z.string().min(1).nullable(),
}).partial()

/** Meta repeats a webhook for up to seven days. */
const ROTATION = 7 * DAY

/** Renames a channel or replaces its secrets, for example when a token or the app's secret was rotated. */
export async function updateChannel(
  ctx: Context,
  channelId: string,
  input: z.input<typeof UpdateChannelInput>,
): Promise<Channel> {
  requireRole(ctx, 'owner')
  const { name, previousAppSecret, ...secrets } = UpdateChannelInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await getChannel(tx, channelId)
    const known = await channelCredentials(tx, channelId)
    const replaced = secrets.appSecret && secrets.appSecret !== known.appSecret ? known.appSecret : undefined
    const older = previousAppSecret === undefined ? replaced : previousAppSecret
    const now = tx.clock.now()
    const until = new Date(now.getTime() + ROTATION).toISOString()
    const changed = Credentials.keyof().options.filter((key) => secrets[key] && secrets[key] !== known[key])
    const credentials = {
      ...known,
      ...secrets,
      since: { ...known.since, ...Object.fromEntries(changed.map((key) => [key, now.toISOString()])) },
      previous: older ? { appSecret: older, until } : older === null ? undefined : known.previous,
    }
    await tx.db
      .updateTable('channel')
      .set({
        name: name ?? before.name,
        credentials_sealed: await sealCredentials(tx, channelId, credentials),
        updated_at: tx.clock.now(),
      })
      .where('business_id', '=', tx.businessId)
      .where('channel_id', '=', channelId)
      .execute()
    await writeRoutes(tx, channelId, { ...before, verifyToken: credentials.verifyToken })
    await recordAudit(tx, {
      action: 'channel.update',
      entity: 'channel',
      entityId: channelId,
      before: { name: before.name },
      after: {
        name: name ?? before.name,
        replaced: Object.keys(secrets).length,
        ...(older === undefined ? {} : { previousSecret: older === null ? 'ended' : 'counts' }),
      },
    })
    return getChannel(tx, channelId)
  })
}

async function writeRoutes(
  tx: Context,
  channelId: string,
  keys: { phoneNumberId: string; wabaId: string; verifyToken: string },
): Promise<void> {
  await tx.db
    .deleteFrom('channel_route')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .execute()
  const routes = [
    ['phone_number', keys.phoneNumberId],
    ['waba', keys.wabaId],
    ['verify_token', verifyTokenDigest(tx, keys.verifyToken)],
  ] as const
  await tx.db
    .insertInto('channel_route')
    .values(routes.map(([kind, key]) => ({ kind, key, business_id: tx.businessId, channel_id: channelId })))
    .execute()
}
