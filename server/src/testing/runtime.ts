import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../platform/config.ts'
import { Hooks, ManualClock, type Runtime } from '../platform/index.ts'
import { createJobs } from '../platform/jobs/index.ts'
import { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { Signals } from '../platform/signal.ts'
import { createVault } from '../platform/vault/index.ts'
import { openTestDatabase } from './database.ts'

/** Noon of a working day. */
export const STARTS_AT = '2026-11-18T11:00:00Z'
/** Known only to tests. */
export const TEST_MASTER_KEY = Buffer.alloc(32, 7).toString('base64')

export interface TestRuntime extends Runtime {
  clock: ManualClock
  close(): Promise<void>
}

/** Everything a verb needs, on a database of its own, at noon of a working day. */
export async function createTestRuntime(env: Record<string, string> = {}): Promise<TestRuntime> {
  const database = await openTestDatabase()
  // Made only by whoever writes into it.
  const dataDir = join(tmpdir(), `jawort-test-${randomUUID()}`)
  const config = loadConfig({
    JAWORT_DATA_DIR: dataDir,
    ...env,
    JAWORT_MASTER_KEY: TEST_MASTER_KEY,
    LOG_LEVEL: env.LOG_LEVEL ?? 'silent',
    DATABASE_URL: database.url,
  })
  const log = createLog(config.logLevel)
  const jobs = createJobs(database, config, log)
  const runtime: TestRuntime = {
    config,
    db: database.db,
    vault: createVault(TEST_MASTER_KEY),
    clock: new ManualClock(STARTS_AT),
    log,
    metrics: createMetrics(),
    jobs,
    hooks: new Hooks(),
    signals: new Signals(),
    async close() {
      await jobs.stop(1_000)
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return runtime
}
