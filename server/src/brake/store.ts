import { sql } from 'kysely'
import { type Context, MINUTE, type Runtime } from '../platform/index.ts'

export interface Brake {
  /**
   * `no_send`: started with --no-send. `restored`: the database is not the one that the processes remember. `stood_still`: nothing
   * ran for hours while something was to be sent, as after a snapshot of the whole machine was put back.
   */
  reason: 'no_send' | 'restored' | 'stood_still'
  since: Date
}

export async function readBrake(ctx: Pick<Context, 'db'>): Promise<Brake | undefined> {
  return ctx.db.selectFrom('sending_brake').select(['reason', 'since']).executeTakeFirst()
}

/** That it was restored is worth more than that somebody was careful. @returns false when nothing changed */
export async function putBrake(tx: Pick<Context, 'db' | 'clock'>, reason: Brake['reason']): Promise<boolean> {
  const result = await tx.db
    .insertInto('sending_brake')
    .values({ reason, since: tx.clock.now() })
    .onConflict((conflict) =>
      conflict
        .column('only_one')
        .doUpdateSet({ reason })
        .where('sending_brake.reason', '=', 'no_send')
        .where(sql<boolean>`excluded.reason <> 'no_send'`),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

/** @returns the brake that was on */
export async function removeBrake(tx: Pick<Context, 'db'>): Promise<Brake | undefined> {
  return tx.db.deleteFrom('sending_brake').returning(['reason', 'since']).executeTakeFirst()
}

/**
 * Whether nothing may be sent by any process of this installation now. One look at a table of at most one row: dispatch
 * asks every two seconds and when it starts.
 */
export async function isSendingBraked(runtime: Pick<Runtime, 'db'>): Promise<boolean> {
  return (await readBrake(runtime)) !== undefined
}

/** Every business of the installation: the brake is about all of them, and each one's audit log says so. */
export async function allBusinesses(ctx: Pick<Context, 'db'>): Promise<string[]> {
  const rows = await ctx.db.selectFrom('business').select('business_id').orderBy('business_id').execute()
  return rows.map((row) => row.business_id)
}

export interface Pulse {
  token: string
  /** Where the database said it was before; null the first time. */
  before: string | null
  pulse: number
  /** When the sign of life before this one was given; null the first time. */
  lastAt: Date | null
}

/** Signs of life come every few minutes; without one for so long no process was running. */
const BREAK_MS = 10 * MINUTE

/** The count of signs of life, and whether the brake is on: one look for whoever looks often. */
export async function glance({
  db,
}: Pick<Runtime, 'db'>): Promise<{ pulse: number; braked: boolean } | undefined> {
  return db
    .selectFrom('installation')
    .select(({ exists, selectFrom }) => [
      'pulse',
      exists(selectFrom('sending_brake').select('reason')).$castTo<boolean>().as('braked'),
    ])
    .executeTakeFirst()
}

/** Whether anything would be sent without anybody doing something, in whichever business. */
export async function hasOpenWork({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const campaign = await db
    .selectFrom('campaign')
    .select('campaign_id')
    .where('state', 'in', ['freezing', 'running'])
    .limit(1)
    .executeTakeFirst()
  if (campaign) return true
  const single = await db
    .selectFrom('message_queue')
    .select('message_id')
    .where('campaign_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return single !== undefined
}

/** Since when processes of this installation have been running without a break; null when that is not known. */
export async function awakeSince({ db }: Pick<Context, 'db'>): Promise<Date | null> {
  const row = await db.selectFrom('installation').select('awake_since').executeTakeFirst()
  return row?.awake_since ?? null
}

/** One sign of life, in a transaction; processes that give one together take turns. */
export async function beat(tx: Pick<Context, 'db' | 'clock'>, place: string): Promise<Pulse> {
  const old = await tx.db
    .selectFrom('installation')
    .select(['token', 'place', 'pulse', 'beat_at', 'awake_since'])
    .forUpdate()
    .executeTakeFirst()
  if (!old) throw new Error('The table installation has lost its row: restore it, or the whole database.')
  const pulse = old.pulse + 1
  const now = tx.clock.now()
  const slept = !old.beat_at || now.getTime() - old.beat_at.getTime() > BREAK_MS
  const awake = slept ? now : old.awake_since
  await tx.db.updateTable('installation').set({ place, pulse, beat_at: now, awake_since: awake }).execute()
  return { token: old.token, before: old.place, pulse, lastAt: old.beat_at }
}
