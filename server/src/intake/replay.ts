import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { openAside } from './aside.ts'
import { WAKE, WAKE_PEOPLE } from './hooks.ts'
import { unpark } from './park.ts'
import { Receiver } from './receive.ts'

/** Names of bodies that are read at once. */
const PAGE = 500

export const Replayed = z.object({
  /** Updates that are processed again. */
  replayed: z.number().int(),
  /** Updates that have found their channel now. */
  attributed: z.number().int(),
  /** Updates that still belong to nobody, or cannot be read or opened. */
  left: z.number().int(),
})

/**
 * Processes again what was put aside, after the cause was repaired, and attributes again what belonged to nobody: its number
 * may be connected now. What fails again is put aside again. An update that was processed before counts once all the same.
 * Old updates change many people's state at once, so only owners start it (C-50).
 */
export async function replayUpdates(ctx: Context): Promise<z.infer<typeof Replayed>> {
  requireRole(ctx)
  const found = await attributeAgain(ctx)
  return withTransaction(ctx, async (tx) => {
    if (found.ids.length > 0) {
      await tx.db
        .deleteFrom('webhook_aside')
        .where('business_id', '=', tx.businessId)
        .where('aside_id', 'in', found.ids)
        .execute()
    }
    const left = await tx.db
      .selectFrom('webhook_aside')
      .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('updates'), eb.lit(0)).as('updates'))
      .where('business_id', '=', tx.businessId)
      .executeTakeFirstOrThrow()
    const result = {
      replayed: await unpark(tx),
      attributed: found.updates,
      left: Number(left.updates),
    }
    await recordAudit(tx, {
      action: 'webhook_update.replay',
      entity: 'standing',
      entityId: tx.businessId,
      after: result,
    })
    tx.afterCommit?.(() => {
      tx.signals.raise(WAKE_PEOPLE)
      tx.signals.raise(WAKE)
    })
    return result
  })
}

/** Outside a transaction: what is durable once may be taken in twice, and its rows are deleted only afterwards. */
async function attributeAgain(ctx: Context): Promise<{ ids: string[]; updates: number }> {
  const receiver = new Receiver(ctx.runtime)
  const found = { ids: [] as string[], updates: 0 }
  for await (const { aside_id, updates } of bodiesOf(ctx)) {
    // One after another: a body may have 3 MB.
    const row = await ctx.db
      .selectFrom('webhook_aside')
      .select(['aside_id', 'body_sealed'])
      .where('business_id', '=', ctx.businessId)
      .where('aside_id', '=', aside_id)
      .executeTakeFirst()
    if (!row) continue
    const opened = await openAside(ctx, row)
    if (!opened || !(await receiver.receiveAgain(opened.body, opened.signature))) continue
    found.ids.push(aside_id)
    found.updates += updates
  }
  return found
}

interface AsideName {
  aside_id: string
  received_at: Date
  updates: number
}

/** All of them, the oldest first, however many at the beginning are without hope. */
async function* bodiesOf(ctx: Context): AsyncGenerator<AsideName> {
  for (let last: AsideName | undefined; ; ) {
    const rows = await ctx.db
      .selectFrom('webhook_aside')
      .select(['aside_id', 'received_at', 'updates'])
      .where('business_id', '=', ctx.businessId)
      .$if(last !== undefined, (query) =>
        query.where(
          sql<boolean>`(received_at, aside_id) > (${last?.received_at}::timestamptz, ${last?.aside_id}::uuid)`,
        ),
      )
      .orderBy('received_at')
      .orderBy('aside_id')
      .limit(PAGE)
      .execute()
    yield* rows
    last = rows.at(-1)
    if (rows.length < PAGE) return
  }
}
