import { sql } from 'kysely'
import { type Runtime, SECOND } from '../platform/index.ts'

/** A process that has not been seen for this long does not count any more. */
const GONE_MS = 8 * SECOND

/**
 * Says that this process is alive and how many of the channels that have work are its fair share; more than that it leaves to
 * the others.
 * @param channels channels with work
 */
export async function fairShare(
  { db, clock }: Pick<Runtime, 'db' | 'clock'>,
  holder: string,
  channels: number,
): Promise<number> {
  const now = clock.now()
  const { rows } = await sql<{ others: number }>`
    with here as (
      insert into dispatcher (holder, seen_at) values (${holder}, ${now})
      on conflict (holder) do update set seen_at = excluded.seen_at),
    gone as (delete from dispatcher where holder <> ${holder} and seen_at < ${new Date(now.getTime() - 10 * GONE_MS)})
    select count(*)::int as others from dispatcher
    where holder <> ${holder} and seen_at >= ${new Date(now.getTime() - GONE_MS)}`.execute(db)
  return Math.ceil(channels / ((rows[0]?.others ?? 0) + 1))
}

/** A channel that has work. */
export interface Offered {
  key: string
  /** Another process holds it at this moment. */
  held: boolean
}

/**
 * What this process gives free and what it takes on, to come to its share. Held channels are left alone: whoever has more than
 * its share gives them free first. Pure.
 * @param running keys of the channels it sends for, oldest first
 */
export function divide(
  due: readonly Offered[],
  running: readonly string[],
  share: number,
): { free: string[]; take: string[] } {
  const offered = new Set(due.map((channel) => channel.key))
  const busy = running.filter((key) => offered.has(key))
  const open = due.filter((channel) => !channel.held && !running.includes(channel.key))
  return {
    free: busy.slice(share),
    take: open.slice(0, Math.max(0, share - busy.length)).map((channel) => channel.key),
  }
}

/** This process stops: the others need not wait to take its share. */
export async function leave({ db }: Pick<Runtime, 'db'>, holder: string): Promise<void> {
  await db.deleteFrom('dispatcher').where('holder', '=', holder).execute()
}
