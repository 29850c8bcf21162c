import { fromKysely, fromPglite, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Config } from '../config.ts'
import type { Context, Runtime } from '../context.ts'
import type { Database } from '../db/index.ts'
import type { Logger } from '../log.ts'

/** A kind of background work: a stable name, the shape of its data (ids only), and when it runs by itself. */
export interface Job<Data extends object> {
  readonly name: string
  readonly schema: z.ZodType<Data>
  /** A cron line in UTC for work that comes back by itself; its data is then `{}`. */
  readonly cron?: string
  /** How often a failed run is tried again, with growing pauses. */
  readonly retries?: number
}

export type JobHandler<Data extends object> = (runtime: Runtime, data: Data) => Promise<void>

interface EnqueueOptions {
  startAfter?: Date
  /** While a job with this key waits, another one is not added. */
  singletonKey?: string
}

/**
 * Background work, kept in the same database as the business data. `enqueue` inside a transaction becomes true when
 * that transaction commits and vanishes with it otherwise. Handlers may run twice: they fetch the state again and
 * decide from it.
 */
export interface Jobs {
  on<Data extends object>(job: Job<Data>, handler: JobHandler<Data>): void
  /** @throws Error when the job was not registered before `prepare` */
  enqueue<Data extends object>(
    ctx: Pick<Context, 'db'>,
    job: Job<Data>,
    data: Data,
    options?: EnqueueOptions,
  ): Promise<void>
  /** Installs or upgrades the queue's tables, and creates a queue for every job known so far. */
  prepare(): Promise<void>
  /** Starts working. A process that does not can still enqueue, once prepared. */
  start(runtime: Runtime): Promise<void>
  /**
   * Runs everything that is due now, one after another, and says how many; for tests and for the CLI.
   * @throws the first error of a handler; its job stays in the queue for another try
   */
  drain(runtime: Runtime): Promise<number>
  /** Waits for running handlers, at most `timeoutMs`, then stops. */
  stop(timeoutMs: number): Promise<void>
}

/** A cluster would make its schema, types and functions on every node, some of which only work on the coordinator. */
const ON_COORDINATOR = '-c citus.enable_ddl_propagation=off'

const NO_JOB = '00000000-0000-0000-0000-000000000000'

interface Registered {
  job: Job<object>
  run: JobHandler<object>
}

export function createJobs(
  database: Database,
  config: Pick<Config, 'databaseUrl' | 'roles'>,
  log: Logger,
): Jobs {
  const works = config.roles.includes('jobs')
  const boss = new PgBoss({
    ...(database.pglite
      ? { db: fromPglite(database.pglite), backend: 'pglite' as const }
      : { connectionString: config.databaseUrl as string, max: works ? 4 : 2, options: ON_COORDINATOR }),
    schema: 'jobs',
    // Who does not work on the queue leaves its upkeep and its schedules to those who do.
    supervise: works,
    schedule: works,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  const registered = new Map<string, Registered>()
  const ready = new Set<string>()
  let prepared = false

  async function perform(runtime: Runtime, { job, run }: Registered, data: unknown): Promise<void> {
    await run(runtime, job.schema.parse(data ?? {}))
  }

  async function prepare() {
    if (!prepared) {
      await boss.start()
      // Its tables are new: work for one business puts jobs into them.
      await database.separate()
      prepared = true
    }
    for (const { job } of registered.values()) {
      await boss.createQueue(job.name, { retryLimit: job.retries ?? 5, retryBackoff: true, retryDelay: 2 })
      // The queue reads its own settings on first use, over its own connection: inside a transaction of the embedded
      // database, which has only one, that would wait forever. Deleting a job that is not there reads them now.
      await boss.deleteJob(job.name, NO_JOB)
      ready.add(job.name)
    }
  }

  return {
    prepare,
    on(job, handler) {
      registered.set(job.name, { job, run: handler as JobHandler<object> })
    },
    async enqueue(ctx, job, data, options = {}) {
      if (!ready.has(job.name))
        throw new Error(`The job ${job.name} has no queue: register it, then prepare.`)
      await boss.send(job.name, job.schema.parse(data), { ...options, db: fromKysely(ctx.db) })
    },
    async start(runtime) {
      await prepare()
      for (const entry of registered.values()) {
        const { name, cron } = entry.job
        if (cron) await boss.schedule(name, cron, {})
        await boss.work(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
          for (const { id, data } of jobs) {
            log.debug({ job: name, id }, 'job starts')
            await perform(runtime, entry, data)
          }
        })
      }
    },
    async drain(runtime) {
      let done = 0
      for (const entry of registered.values()) {
        for (;;) {
          const [next] = await boss.fetch(entry.job.name)
          if (!next) break
          try {
            await perform(runtime, entry, next.data)
          } catch (error) {
            // As a worker would: the queue keeps it and tries it again later.
            await boss.fail(entry.job.name, next.id)
            throw error
          }
          await boss.complete(entry.job.name, next.id)
          done++
        }
      }
      return done
    },
    async stop(timeoutMs) {
      // Also where the start failed: it may have opened connections. One that never started has nothing to stop.
      await boss.stop({ graceful: true, timeout: timeoutMs })
    },
  }
}
