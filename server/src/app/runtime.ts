import type { Config } from '../platform/config.ts'
import { type Database, migrate, openDatabase } from '../platform/db/index.ts'
import { type Clock, Hooks, type Runtime, systemClock } from '../platform/index.ts'
import { createJobs } from '../platform/jobs/index.ts'
import { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { poolSizeFor } from '../platform/roles.ts'
import { Signals } from '../platform/signal.ts'
import { findMasterKeys, openVault } from '../platform/vault/index.ts'

export interface OpenRuntime {
  runtime: Runtime
  database: Database
}

/**
 * Opens everything that one running application shares, with the schema brought up to date.
 * @throws DatabaseBusyError, SchemaTooNewError, MasterKeyError
 */
export async function openRuntime(config: Config, clock: Clock = systemClock): Promise<OpenRuntime> {
  const database = await openDatabase({
    ...config,
    poolSize: config.poolSize ?? poolSizeFor(config.roles),
  })
  try {
    await migrate(database)
    const log = createLog(config.logLevel)
    const signals = new Signals(database.carrier)
    const runtime: Runtime = {
      config,
      db: database.db,
      vault: await openVault(database.db, findMasterKeys(config), clock),
      clock,
      log,
      metrics: createMetrics(),
      jobs: createJobs(database, config, log),
      hooks: new Hooks(),
      signals,
    }
    const close = async () => {
      await signals.flush()
      await database.close()
    }
    return { runtime, database: { ...database, close } }
  } catch (error) {
    await database.close()
    throw error
  }
}
