import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import {
  askMeta,
  getChannel,
  judgeProfile,
  metaRefused,
  noteStorage,
  Profile,
  type ProfileCheck,
  readStorage,
  type Storage,
} from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'

/** Reads the number's profile at Meta and judges it; changes nothing. @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function checkProfile(
  ctx: Context,
  channelId: string,
): Promise<{ key: ProfileCheck; ok: boolean }[]> {
  requireRole(ctx, 'dpo', 'marketer')
  const channel = await getChannel(ctx, channelId)
  const answer = await askMeta(ctx, channelId, (client) => client.getProfile(channel.phoneNumberId))
  if (answer.ok !== true) throw metaRefused(answer)
  const profile = Profile.parse(answer.value.data[0] ?? {})
  return judgeProfile(profile, await getBusiness(ctx), channel.verifiedName)
}

/** Asks Meta where the number's content is kept, and notes it. @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function refreshStorage(ctx: Context, channelId: string): Promise<Storage> {
  requireRole(ctx, 'dpo')
  const channel = await getChannel(ctx, channelId)
  const answer = await askMeta(ctx, channelId, (client) => client.getSettings(channel.phoneNumberId))
  if (answer.ok !== true) throw metaRefused(answer)
  const storage = readStorage(answer.value)
  await withTransaction(ctx, (tx) => noteStorage(tx, channelId, storage))
  return storage
}

export const StateStorageInput = z
  .object({
    kind: z.enum(['standard', 'in_country', 'none']),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
  })
  .refine(({ kind, region }) => kind !== 'in_country' || region !== null, {
    error: 'must name the region',
    path: ['region'],
  })

/** Notes what somebody knows of Meta's setting, where Meta's API does not tell. @throws Problem `not_found` */
export async function stateStorage(
  ctx: Context,
  channelId: string,
  input: z.input<typeof StateStorageInput>,
): Promise<Storage> {
  requireRole(ctx, 'dpo')
  const storage: Storage = { ...StateStorageInput.parse(input), from: 'member' }
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, channelId)
    await noteStorage(tx, channelId, storage)
    return (await getChannel(tx, channelId)).storage
  })
}
