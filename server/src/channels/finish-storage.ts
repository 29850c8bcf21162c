import { z } from 'zod'
import {
  type Context,
  createContext,
  defineHook,
  Problem,
  type Runtime,
  withTransaction,
} from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import type { GraphResult } from '../whatsapp/index.ts'
import { getChannel } from './channel.ts'
import { registrationRefused } from './refused-registration.ts'
import { bringBack, isSame, readNumberStorage, recordStorage } from './set-storage.ts'
import {
  endStorageChange,
  holdStorageChange,
  leaveStorageChange,
  pinOf,
  type StorageChange,
  type StorageWish,
} from './storage-change.ts'

/** Numbers that were taken off for another data location and never came back, because a process ended or Meta refused. */
export const finishStorageJob: Job<Record<string, never>> = {
  name: 'channels.finish_storage',
  schema: z.object({}).strict(),
  cron: '*/5 * * * *',
}

/**
 * What became of a change that did not end by itself: `finished` with the new location; `kept` means back with the old one. Still off:
 * `stuck` while Meta refuses, `pin` when only a member can go on, `unreachable` when Meta tells nothing of the number.
 */
export interface StorageNews {
  channelId: string
  name: string
  what: 'finished' | 'kept' | 'stuck' | 'pin' | 'unreachable'
  /** Meta's error code, where it named one. */
  code?: number
}

/** Members have to know, in the same transaction. */
export const storageNews = defineHook<StorageNews>('channels.storage_news')

/** The job behind `channels.finish_storage`: one number that stays off does not hold up the others. */
export async function runFinishStorage(runtime: Runtime): Promise<void> {
  const due = await runtime.db
    .selectFrom('storage_change')
    .select(['business_id', 'channel_id'])
    .where('next_at', '<=', runtime.clock.now())
    .execute()
  for (const { business_id, channel_id } of due) {
    try {
      await finishStorage(
        createContext(runtime, business_id, { kind: 'system', job: finishStorageJob.name }),
        channel_id,
      )
    } catch (error) {
      runtime.log.warn({ err: error, channelId: channel_id }, 'channels.finish_storage.failed')
    }
  }
}

/** Ends what was begun: never deregisters, only sets and registers. What cannot be ended is told with its cure, once. */
async function finishStorage(ctx: Context, channelId: string): Promise<void> {
  const change = await holdStorageChange(ctx, channelId)
  if (!change) return
  const channel = await getChannel(ctx, channelId)
  const now = await readNow(ctx, channelId)
  if (!now) return stay(ctx, change, channel.name, { what: 'unreachable' })
  const wish = wishOf(change)
  const done = async (set?: GraphResult<unknown>) => {
    // What Meta says now, and not the wish, is what is kept and told; only when it says nothing now, what it answered before.
    const after = await readNow(ctx, channelId)
    const taken = isSame(after ?? now, wish) || (!after && set?.ok === true)
    const what = taken ? 'finished' : 'kept'
    const code = set && codeOf(set)
    await withTransaction(ctx, async (tx) => {
      await endStorageChange(tx, channelId)
      if (after) await recordStorage(tx, channelId, now, after)
      await tx.hooks.run(storageNews, tx, { channelId, name: channel.name, what, ...(code && { code }) })
    })
  }
  if (now.registered) return done()
  const pin = await pinOf(ctx, change)
  if (pin === undefined) return stay(ctx, change, channel.name, { what: 'pin' })
  const { set, back } = await bringBack(ctx, channel, isSame(now, wish) ? undefined : wish, pin)
  if (back.ok === true) return done(set)
  if (registrationRefused(back).code === 'pin_wrong') return stay(ctx, change, channel.name, { what: 'pin' })
  const code = codeOf(back)
  await stay(ctx, change, channel.name, code ? { what: 'stuck', code } : { what: 'unreachable' })
}

/** Still off: tried again later; said when it was not said of this cause. */
async function stay(
  ctx: Context,
  change: StorageChange,
  name: string,
  { what, code }: { what: 'stuck' | 'pin' | 'unreachable'; code?: number },
): Promise<void> {
  const told = code === undefined ? what : `${what} ${code}`
  await withTransaction(ctx, async (tx) => {
    await leaveStorageChange(tx, change.channel_id, { told, forgetPin: what === 'pin' })
    if (told === change.told) return
    const channelId = change.channel_id
    await tx.hooks.run(storageNews, tx, { channelId, name, what, ...(code && { code }) })
  })
}

/** Undefined when Meta tells nothing, because it cannot be reached or refuses the credentials. */
async function readNow(ctx: Context, channelId: string) {
  try {
    return await readNumberStorage(ctx, channelId)
  } catch (error) {
    if (error instanceof Problem && ['meta_refused', 'meta_unreachable'].includes(error.code)) return
    throw error
  }
}

const wishOf = ({ kind, region }: StorageChange): StorageWish =>
  kind === 'in_country' && region ? { kind, region } : { kind: 'none' }

const codeOf = (answer: GraphResult<unknown>) => (answer.ok === false ? answer.error.code : undefined)
