import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db/index.ts'
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
  /** The open transaction, or the pool when there is none. */
  db: Db
  /** Set inside a transaction: work to do once it has committed, for example waking a worker. */
  afterCommit: ((work: () => void) => void) | undefined
}

/** The business of a request that names none, such as "who am I"; no row carries it. */
export const NO_BUSINESS = '00000000-0000-0000-0000-000000000000'

export function createContext(runtime: Runtime, businessId: string, actor: Actor): Context {
  return { ...runtime, runtime, businessId, actor, afterCommit: undefined }
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
