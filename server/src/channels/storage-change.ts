import type { Selectable } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, HOUR, MINUTE, Problem, withTransaction } from '../platform/index.ts'
import { type Channel, getChannel } from './channel.ts'
import { noteStanding } from './note-standing.ts'

/** Where content shall rest: Meta's standard is no choice. */
export type StorageWish = { kind: 'in_country'; region: string } | { kind: 'none' }
export type StorageChange = Selectable<DB['storage_change']>

/** Longer than the requests of a change can take, each with its patience. */
const HOLD = 5 * MINUTE
const SLOWEST = 6 * HOUR

const soon = (ctx: Context) => new Date(ctx.clock.now().getTime() + HOLD)
const its = (channelId: string) => `storage_change:${channelId}`
const place = (wish: StorageWish) => ({
  kind: wish.kind,
  region: wish.kind === 'in_country' ? wish.region : null,
})

/** Whether a number was taken off for another data location and is not back. */
export async function findStorageChange(ctx: Context, channelId: string): Promise<StorageChange | undefined> {
  return ctx.db
    .selectFrom('storage_change')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
}

/**
 * Writes down that the number is about to be off, with the PIN that brings it back, and lets nothing leave any more. What was begun
 * before and never ended becomes this. @throws Problem `storage_under_way`
 */
export async function beginStorageChange(
  ctx: Context,
  channel: Channel,
  wish: StorageWish,
  pin: string,
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const key = await businessKey(tx)
    const wanted = {
      ...place(wish),
      pin_sealed: tx.vault.seal(key, pin, its(channel.id)),
      started_at: tx.clock.now(),
      held_until: soon(tx),
      next_at: soon(tx),
      tries: 0,
    }
    const begun = await tx.db
      .insertInto('storage_change')
      .values({ business_id: tx.businessId, channel_id: channel.id, state_before: channel.state, ...wanted })
      .onConflict((conflict) =>
        conflict
          .columns(['business_id', 'channel_id'])
          .doUpdateSet(wanted)
          .where((eb) =>
            eb.or([
              eb('storage_change.held_until', 'is', null),
              eb('storage_change.held_until', '<=', tx.clock.now()),
            ]),
          ),
      )
      .returning('channel_id')
      .executeTakeFirst()
    if (!begun) throw underWay()
    await noteStanding(tx, channel.id, { state: 'disconnected' })
  })
}

/** Takes what was begun and never ended into one pair of hands; undefined while others are at it, or when there is nothing. */
export async function holdStorageChange(
  ctx: Context,
  channelId: string,
  wish?: StorageWish,
): Promise<StorageChange | undefined> {
  return ctx.db
    .updateTable('storage_change')
    .set((eb) => ({ ...(wish && place(wish)), held_until: soon(ctx), tries: eb('tries', '+', 1) }))
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<=', ctx.clock.now())]))
    .returningAll()
    .executeTakeFirst()
}

/** The number is not back: the job looks again, each time after a longer rest. A PIN that Meta calls wrong is forgotten. */
export async function leaveStorageChange(
  ctx: Context,
  channelId: string,
  left: { told?: string; forgetPin?: boolean } = {},
): Promise<void> {
  const change = await findStorageChange(ctx, channelId)
  if (!change) return
  const rest = Math.min(HOLD * 3 ** Math.max(0, change.tries - 1), SLOWEST)
  await ctx.db
    .updateTable('storage_change')
    .set({
      held_until: null,
      next_at: new Date(ctx.clock.now().getTime() + rest),
      ...(left.told && { told: left.told }),
      ...(left.forgetPin && { pin_sealed: null }),
    })
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .execute()
}

/**
 * The number is back: what was true of it before is true again, unless Meta has said something worse meanwhile, and its PIN is gone.
 * Runs in the caller's transaction.
 */
export async function endStorageChange(tx: Context, channelId: string): Promise<void> {
  const ended = await tx.db
    .deleteFrom('storage_change')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
    .returning('state_before')
    .executeTakeFirst()
  const { state } = await getChannel(tx, channelId)
  if (state !== 'disconnected') return
  const before = ended?.state_before ?? state
  await noteStanding(tx, channelId, { state: before === 'disconnected' ? 'connected' : before })
}

/** The PIN that was kept for coming back; undefined once it was forgotten. */
export async function pinOf(ctx: Context, change: StorageChange): Promise<string | undefined> {
  if (!change.pin_sealed) return
  return ctx.vault.open(await businessKey(ctx), change.pin_sealed, its(change.channel_id))
}

export function underWay(): Problem {
  return new Problem('conflict', 'storage_under_way', {
    de: 'Der Datenort dieser Nummer wird gerade geändert. Bleibt sie abgemeldet, meldet Jawort sie nach einigen Minuten von selbst wieder an.',
    en: 'The data location of this number is just being changed. If it stays deregistered, Jawort registers it again by itself after some minutes.',
  })
}
