import { ZodError } from 'zod'
import { type Context, withTransaction } from '../platform/index.ts'
import { park } from './park.ts'
import { failSafe } from './process-person.ts'
import { contextOf, type WaitingUpdate } from './store.ts'

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
        'an update could not be processed and was put aside',
      )
      await park(ctx, failed, problem)
      await afterParking(ctx, failed)
      return undefined
    }
  }
}

/** It may have been a STOP (C-29): whoever sent it gets no marketing until a member has looked, and members are told. */
async function afterParking(ctx: Context, update: Update): Promise<void> {
  try {
    await withTransaction(contextOf(ctx.runtime, ctx.businessId), (tx) => failSafe(tx, update))
  } catch (error) {
    ctx.log.error(
      { code: codeOf(error), business: ctx.businessId },
      'a person could not be put on hold after a failed update',
    )
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Classes 08 (connection), 53 (resources), 57 (shutdown), and the network itself. */
const isAway = (error: unknown) => /^(08|53|57)|^E[A-Z]{4,}$/.test(codeOf(error))
/** Also class 40: deadlocks and serialisation. */
export const isTransient = (error: unknown) => isAway(error) || codeOf(error).startsWith('40')
