import { ZodError } from 'zod'
import { type Context, withTransaction } from '../platform/index.ts'
import { failSafe } from './fail-safe.ts'
import { park } from './park.ts'
import type { WaitingUpdate } from './store.ts'

/** An update that fails this often for a reason of its own is put aside. */
const TRIES = 3
/** Of those who wait for each other one goes on each time, and no more than this are at it at once. */
const DEADLOCKS = 20

type Update = Pick<WaitingUpdate, 'key' | 'month'>

/**
 * Tries a piece of work a few times. What keeps failing for a reason of its own is parked, so that it holds up nobody; what fails
 * because the database is away, or because others are in the way again and again (deadlocks), is thrown to the worker: it waits on.
 * @param current the update at hand, once it is known
 * @returns what the work gave; undefined when its update was put aside
 */
export async function attempt<Result>(
  ctx: Context,
  current: () => Update | undefined,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  for (let tries = 1, deadlocks = 0; ; ) {
    try {
      return await work()
    } catch (error) {
      if (isAway(error)) throw error
      if (isTransient(error)) {
        if (++deadlocks > DEADLOCKS) throw error
        continue
      }
      const problem = problemOf(error)
      if (problem !== UNREADABLE && tries++ < TRIES) continue
      const failed = current()
      if (failed === undefined) throw error
      ctx.log.error(
        { problem, code: codeOf(error), business: ctx.businessId },
        'an update could not be processed: it is put aside',
      )
      await giveUp(ctx, failed, problem)
      return undefined
    }
  }
}

const UNREADABLE = 'unreadable'

function problemOf(error: unknown): string {
  if (error instanceof ZodError) return UNREADABLE
  return error instanceof Error ? error.name : 'unknown'
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
