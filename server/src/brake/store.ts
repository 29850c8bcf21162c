import { sql } from 'kysely'
import type { Context, Runtime } from '../platform/index.ts'

export interface Brake {
  /** `no_send`: started with --no-send. `restored`: the database is not the one that the processes remember. */
  reason: 'no_send' | 'restored'
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
}

/** One sign of life, in a transaction; processes that give one together take turns. */
export async function beat(tx: Pick<Context, 'db'>, place: string): Promise<Pulse> {
  const old = await tx.db
    .selectFrom('installation')
    .select(['token', 'place', 'pulse'])
    .forUpdate()
    .executeTakeFirst()
  if (!old) throw new Error('The table installation has lost its row: restore it, or the whole database.')
  const pulse = old.pulse + 1
  await tx.db.updateTable('installation').set({ place, pulse }).execute()
  return { token: old.token, before: old.place, pulse }
}
