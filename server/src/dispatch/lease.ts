import { sql } from 'kysely'
import { type Context, SECOND } from '../platform/index.ts'
import type { LateRefusal } from './late-refusal.ts'

/** One dispatcher's hold on one channel. Only claims and results with the current epoch count. */
export interface Lease {
  channelId: string
  holder: string
  epoch: number
}

/** … as it was just taken or kept. */
export interface HeldLease extends Lease {
  /** The last time that Meta said only afterwards that we go too fast on it. */
  refused: LateRefusal | null
}

/** How long a silent holder keeps the channel; another process takes over afterwards. */
export const LEASE_MS = 6 * SECOND

/**
 * Takes the channel, or keeps it when this holder has it already. Every change of hands raises the epoch.
 * @param anew raises the epoch in any case: what an earlier run of the same holder left in flight must not look like ours
 * @returns null when somebody else holds it
 */
export async function takeLease(
  ctx: Context,
  channelId: string,
  holder: string,
  anew = false,
): Promise<HeldLease | null> {
  const now = ctx.clock.now()
  const expires = new Date(now.getTime() + LEASE_MS)
  const { rows } = await sql<{ epoch: number; code: number | null; requestAt: Date | null }>`
    insert into channel_lease as l (business_id, channel_id, holder, epoch, expires_at)
    values (${ctx.businessId}, ${channelId}, ${holder}, 1, ${expires})
    on conflict (business_id, channel_id) do update set
      holder = excluded.holder, expires_at = excluded.expires_at,
      epoch = case when l.holder = excluded.holder and not ${anew} then l.epoch else l.epoch + 1 end
    where l.holder = excluded.holder or l.expires_at <= ${now}
    returning epoch, refused_code as code, refused_request_at as "requestAt"`.execute(ctx.db)
  const [row] = rows
  if (!row) return null
  const { epoch, code, requestAt } = row
  return {
    channelId,
    holder,
    epoch,
    refused: code === null || requestAt === null ? null : { code, requestAt },
  }
}

/** Gives the channel free at once, so that another process need not wait. The next holder still gets a new epoch. */
export async function releaseLease(ctx: Context, lease: Lease): Promise<void> {
  await ctx.db
    .updateTable('channel_lease')
    .set({ expires_at: ctx.clock.now(), holder: '' })
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', lease.channelId)
    .where('holder', '=', lease.holder)
    .where('epoch', '=', lease.epoch)
    .execute()
}

/** Condition for every statement of a holder: true while its epoch is the current one. */
export function holdsLease(ctx: Pick<Context, 'businessId'>, lease: Lease) {
  return sql<boolean>`exists (select 1 from channel_lease l where l.business_id = ${ctx.businessId}
    and l.channel_id = ${lease.channelId} and l.holder = ${lease.holder} and l.epoch = ${lease.epoch})`
}
