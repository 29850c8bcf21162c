import { ZodError, z } from 'zod'
import { type Context, DAY, type Runtime, SECOND, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { WAKE } from './hooks.ts'
import { processChange, processStatuses } from './process-others.ts'
import { failSafe, processPersonUpdate } from './process-person.ts'
import {
  businessesWaiting,
  contextOf,
  forgetUpdates,
  markProcessed,
  park,
  peopleWaiting,
  takePerson,
  takeUpdate,
  takeUpdates,
  type WaitingUpdate,
} from './store.ts'

/** A lost signal is a delay of at most this. */
const LOOK_EVERY_MS = 2 * SECOND
const PEOPLE_PER_ROUND = 200
/** People whose updates are processed at the same time; on the embedded database they take turns. */
const PEOPLE_AT_ONCE = 4
const STATUSES_PER_BATCH = 1_000
const CHANGES_PER_ROUND = 50
/** An update that fails this often for a reason of its own is put aside. */
const TRIES = 3

/**
 * Starts processing: woken by the signal `intake`. `stop` finishes the transaction at hand; what waits stays stored.
 */
export function startIntake(runtime: Runtime): { stop(): Promise<void> } {
  const abort = new AbortController()
  const running = (async () => {
    while (!abort.signal.aborted) {
      const woken = runtime.signals.wait(WAKE, LOOK_EVERY_MS, abort.signal)
      try {
        while ((await processRound(runtime, abort.signal)) > 0 && !abort.signal.aborted);
      } catch (error) {
        runtime.log.error({ err: error }, 'intake could not process; trying again')
      }
      await woken
    }
  })()
  return {
    async stop() {
      abort.abort()
      await running
    },
  }
}

/** Processes everything that waits; for tests. @returns updates processed */
export async function processOnce(runtime: Runtime): Promise<number> {
  let processed = 0
  for (;;) {
    const round = await processRound(runtime)
    processed += round
    if (round === 0) return processed
  }
}

/** One turn for every business: people first, then statuses, then the rest. */
async function processRound(runtime: Runtime, stop?: AbortSignal): Promise<number> {
  let processed = 0
  for (const businessId of await businessesWaiting(runtime)) {
    if (stop?.aborted) break
    const ctx = contextOf(runtime, businessId)
    processed += await people(ctx, stop)
    processed += await batch(ctx, 'status', STATUSES_PER_BATCH)
    processed += await batch(ctx, 'change', CHANGES_PER_ROUND)
  }
  return processed
}

async function people(ctx: Context, stop: AbortSignal | undefined): Promise<number> {
  const waiting = await peopleWaiting(ctx, PEOPLE_PER_ROUND)
  let processed = 0
  const next = async () => {
    for (let digest = waiting.shift(); digest && !stop?.aborted; digest = waiting.shift()) {
      // Added only after the wait: several of these run at once.
      const done = await person(ctx, digest)
      processed += done
    }
  }
  await Promise.all(Array.from({ length: Math.min(PEOPLE_AT_ONCE, waiting.length) }, next))
  return processed
}

/** Everything one person did, in order, each in its own transaction, so that a STOP never waits for what came before. */
async function person(ctx: Context, digest: string): Promise<number> {
  let processed = 0
  for (;;) {
    let current: WaitingUpdate | undefined
    const done = await attempt(
      ctx,
      () => current?.key,
      () =>
        withTransaction(ctx, async (tx) => {
          const first = await takePerson(tx, digest)
          current = first
          if (!first) return false
          const contactId = await processPersonUpdate(tx, first)
          await markProcessed(tx, [first.key], [contactId])
          return true
        }),
    )
    if (!done) return processed
    processed++
  }
}

/** Statuses go together; when one of a batch is bad, the batch is done one by one. */
async function batch(ctx: Context, kind: 'status' | 'change', limit: number): Promise<number> {
  let keys: string[] = []
  const together = () =>
    withTransaction(ctx, async (tx) => {
      const waiting = await takeUpdates(tx, kind, limit)
      keys = waiting.map((update) => update.key)
      await finish(tx, waiting)
      return waiting.length
    })
  try {
    return await together()
  } catch (error) {
    if (isTransient(error) || keys.length === 0) throw error
    for (const key of keys) {
      await attempt(
        ctx,
        () => key,
        () =>
          withTransaction(ctx, async (tx) => {
            const update = await takeUpdate(tx, key)
            if (update) await finish(tx, [update])
            return true
          }),
      )
    }
    return keys.length
  }
}

async function finish(tx: Context, waiting: readonly WaitingUpdate[]): Promise<void> {
  const statuses = waiting.filter((update) => update.slice.kind === 'status')
  const contacts = statuses.length > 0 ? await processStatuses(tx, statuses) : []
  for (const update of waiting) if (update.slice.kind === 'change') await processChange(tx, update)
  if (waiting.length === 0) return
  const others = waiting.filter((update) => update.slice.kind === 'change')
  await markProcessed(
    tx,
    [...statuses, ...others].map((update) => update.key),
    [...contacts, ...others.map(() => null)],
  )
}

/**
 * Tries a piece of work a few times; deadlocks and the like pass by themselves. What keeps failing for a reason of its own is
 * parked, so that it holds up nobody; what fails because the database is away is thrown to the worker, which waits.
 */
async function attempt(
  ctx: Context,
  key: () => string | undefined,
  work: () => Promise<boolean>,
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const unreadable = error instanceof ZodError
      if (isAway(error)) throw error
      if (!unreadable && tries < TRIES) continue
      const failed = key()
      if (failed === undefined) throw error
      const problem = unreadable ? 'unreadable' : error instanceof Error ? error.name : 'unknown'
      ctx.log.error(
        { problem, code: codeOf(error), business: ctx.businessId },
        'an update could not be processed and was put aside',
      )
      await park(ctx, failed, problem)
      await afterParking(ctx, failed)
      return true
    }
  }
}

/** It may have been a STOP (C-29): whoever sent it gets no marketing until a member has looked, and members are told. */
async function afterParking(ctx: Context, key: string): Promise<void> {
  try {
    await withTransaction(contextOf(ctx.runtime, ctx.businessId), (tx) => failSafe(tx, key))
  } catch (error) {
    ctx.log.error(
      { code: codeOf(error), business: ctx.businessId },
      'a person could not be put on hold after a failed update',
    )
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Classes 08 (connection), 53 (resources), 57 (shutdown), and the network itself. */
const isAway = (error: unknown) => /^(08|53|57)|^E[A-Z]{4,}$/.test(codeOf(error))
/** Also class 40: deadlocks and serialisation. */
const isTransient = (error: unknown) => isAway(error) || codeOf(error).startsWith('40')

/** Raw webhooks are deleted after 14 days, every night (C-43). */
export const forgetUpdatesJob: Job<object> = {
  name: 'intake.forget',
  schema: z.object({}),
  cron: '20 2 * * *',
}

export async function forgetOldUpdates(runtime: Runtime): Promise<void> {
  await forgetUpdates(runtime, new Date(runtime.clock.now().getTime() - 14 * DAY))
}
