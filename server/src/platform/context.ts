import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db/index.ts'
import { dbOfBusiness } from './db/scope.ts'
import type { Hooks } from './hooks.ts'
import type { Jobs } from './jobs/index.ts'
import type { Logger } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Signals } from './signal.ts'
import type { Vault } from './vault/index.ts'

/** What one running application shares; built once by the composition root. */
export interface Runtime {
  config: Config
  db: Db
  vault: Vault
  clock: Clock
  log: Logger
  metrics: Metrics
  jobs: Jobs
  hooks: Hooks
  signals: Signals
}

/** What a verb needs: who acts, for which business, and through which connection. */
export interface Context extends Omit<Runtime, 'db'> {
  runtime: Runtime
  actor: Actor
  businessId: string
  /** The open transaction, or the pool when there is none; sees the rows of this business only, where the database can do that. */
  db: Db
  /** Set inside a transaction: work to do once it has committed, for example waking a worker. */
  afterCommit: ((work: () => void) => void) | undefined
}

/** The business of a request that names none, such as "who am I"; no row carries it. */
export const NO_BUSINESS = '00000000-0000-0000-0000-000000000000'

/** The operator and the system may act without a business, and then see all of them; whoever else names none sees nothing. */
export function createContext(runtime: Runtime, businessId: string, actor: Actor): Context {
  const everywhere =
    (businessId === '' || businessId === NO_BUSINESS) &&
    (actor.kind === 'operator' || actor.kind === 'system')
  const db = everywhere ? runtime.db : dbOfBusiness(runtime.db, businessId || NO_BUSINESS)
  return { ...runtime, runtime, db, businessId, actor, afterCommit: undefined }
}

/**
 * The same actor with the whole installation in sight, for what is about all of its businesses or about an account; the
 * statement itself says what it wants.
 * @throws Error within a transaction, which belongs to one business
 */
export function acrossBusinesses(ctx: Context): Context {
  if (ctx.afterCommit) throw new Error('A transaction stays within its business.')
  return { ...ctx, db: ctx.runtime.db }
}

/** The same actor for another business, for example one that is just coming into being. */
export function forBusiness(ctx: Context, businessId: string): Context {
  return ctx.afterCommit ? { ...ctx, businessId } : createContext(ctx.runtime, businessId, ctx.actor)
}

/** A context of its own beside the transaction that `tx` belongs to, for what happens after it. */
export function besideTransaction(tx: Context): Context {
  return createContext(tx.runtime, tx.businessId, tx.actor)
}

/**
 * Runs `work` in one transaction; when the context already has one, joins it, so verbs compose.
 * Work registered with `afterCommit` runs only if the outermost transaction committed.
 */
export async function withTransaction<T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> {
  if (ctx.afterCommit) return work(ctx)
  const later: (() => void)[] = []
  const result = await ctx.db
    .transaction()
    .execute((trx) => work({ ...ctx, db: trx, afterCommit: (fn) => later.push(fn) }))
  for (const fn of later) {
    try {
      fn()
    } catch (error) {
      // The change is committed: whoever asked for it must not be told that it failed, and the others still run.
      ctx.log.error({ err: error }, 'work after a commit failed')
    }
  }
  return result
}
