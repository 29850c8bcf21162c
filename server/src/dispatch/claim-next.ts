import { sql } from 'kysely'
import type { Channel } from '../channels/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { type Claimed, claim } from './claim.ts'
import { headRoom } from './head-room.ts'
import type { Lease } from './lease.ts'
import type { QueueFront } from './queue-front.ts'
import { firstQueuedMonth } from './queued-months.ts'

interface Wanted {
  channel: Pick<Channel, 'id' | 'messagingLimit'>
  messages: number
  room: Room
}

/** What a channel may write to by itself. */
interface Room {
  /** As last counted; no bound where it is counted in turn. */
  people: number
  /** Other numbers use it up as well: each claim counts it anew, after the one before. */
  inTurn: boolean
}

/**
 * Claims the next messages of a channel. The numbers of one business share its people's frequency cap (C-67) and its messaging
 * limit, and no claim sees what another one is just taking: they claim one after the other, each after the commit of the one
 * before, and count the room anew. A number that is alone needs neither.
 */
export async function claimNext(
  ctx: Context,
  lease: Lease,
  { channel, messages, room }: Wanted,
  front: QueueFront,
): Promise<Claimed[]> {
  const since = await front.since(ctx.clock.now(), () => firstQueuedMonth(ctx))
  const claimWith = (context: Context, people: number) => {
    const initiated = Math.min(messages, people)
    const each = front.eachOf(initiated)
    return claim(context, lease, { messages, initiated, each, after: front.last, since }, front.known)
  }
  if (!room.inTurn) return claimWith(ctx, room.people)
  return withTransaction(ctx, async (tx) => {
    // A statement of its own: what it has waited for is seen by the next one only.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`claim:${tx.businessId}`}::text, 0))`.execute(
      tx.db,
    )
    return claimWith(tx, await headRoom(tx, channel.id, channel.messagingLimit))
  })
}

/** What the channel may write to now, and whether the business has other numbers, which write to the same people. */
export async function roomOf(ctx: Context, { id, messagingLimit }: Wanted['channel']): Promise<Room> {
  const { rows } = await sql`select 1 from channel
    where business_id = ${ctx.businessId} and channel_id <> ${id} limit 1`.execute(ctx.db)
  const inTurn = rows.length > 0
  return { inTurn, people: inTurn ? Number.POSITIVE_INFINITY : await headRoom(ctx, id, messagingLimit) }
}
