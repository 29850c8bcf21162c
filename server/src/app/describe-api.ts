import { createAuth } from '../members/index.ts'
import { loadConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/db/index.ts'
import { Hooks, systemClock } from '../platform/index.ts'
import { createJobs } from '../platform/jobs/index.ts'
import { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { Signals } from '../platform/signal.ts'
import { createVault } from '../platform/vault/index.ts'
import { Live } from './live.ts'
import { buildServer } from './server.ts'

/** The OpenAPI document of all routes, from an application that is built but neither migrated nor listening. */
export async function describeApi(): Promise<object> {
  const config = { ...loadConfig({}), logLevel: 'silent' }
  const database = await openDatabase({ databaseUrl: undefined, dataDir: 'memory' })
  const log = createLog(config.logLevel)
  const runtime = {
    config,
    db: database.db,
    vault: createVault(Buffer.alloc(32).toString('base64')),
    clock: systemClock,
    log,
    metrics: createMetrics(),
    jobs: createJobs(database, config, log),
    hooks: new Hooks(),
    signals: new Signals(),
  }
  try {
    const server = await buildServer(
      runtime,
      createAuth(runtime, () => {}),
      new Live(),
    )
    const response = await server.inject('/openapi.json')
    return response.json()
  } finally {
    await database.close()
  }
}
