import { ZodError } from 'zod'
import { type Context, withTransaction } from '../platform/index.ts'
import { failSafe } from './fail-safe.ts'
import { park } from './park.ts'
import type { WaitingUpdate } from './store.ts'

/** An update that fails this often for a reason of its own is put aside. */
const TRIES = 3

type Update = Pick<WaitingUpdate, 'key' | 'month'>

/**
 * Tries a piece of work a few times; deadlocks and the like pass by themselves. What keeps failing for a reason of its own is
 * parked, so that it holds up nobody; what fails because the database is away is thrown to the worker, which waits.
 * @param current the update at hand, once it is known
 * @returns what the work gave; undefined when its update was put aside
 */
export async function attempt<Result>(
  ctx: Context,
  current: () => Update | undefined,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const unreadable = error instanceof ZodError
      if (isAway(error)) throw error
      if (!unreadable && tries < TRIES) continue
      const failed = current()
      if (failed === undefined) throw error
      const problem = unreadable ? 'unreadable' : error instanceof Error ? error.name : 'unknown'
      ctx.log.error(
        { problem, code: codeOf(error), business: ctx.businessId },
        'an update could not be processed: it is put aside',
      )
      await giveUp(ctx, failed, problem)
      return undefined
    }
  }
}

/**
 * It may have been a STOP (C-29): the hold takes the place of the wait in one transaction. When the person cannot be held, the
 * update goes on waiting, and as long as it does they get no marketing either.
 */
async function giveUp(ctx: Context, update: Update, problem: string): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const parked = await park(tx, update, problem)
    if (parked) await failSafe(tx, update, parked)
  })
  ctx.metrics.webhookUpdates.labels('parked').inc()
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Classes 08 (connection), 53 (resources), 57 (shutdown), and the network itself. */
export const isAway = (error: unknown) => /^(08|53|57)|^E[A-Z]{4,}$/.test(codeOf(error))
/** Also class 40: deadlocks and serialisation. */
export const isTransient = (error: unknown) => isAway(error) || codeOf(error).startsWith('40')
