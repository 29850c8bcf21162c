import { startSimulator } from '@jawort/simulator'
import type { Config } from '../../platform/config.ts'
import { createContext } from '../../platform/index.ts'
import { type RunningApp, startApp } from '../start.ts'
import { knownTemplates, restorePeople } from './restore.ts'
import { connectSimulator, seedDemo } from './seed.ts'

export interface RunningDemo {
  app: RunningApp
  simulatorUrl: string
  stop(): Promise<void>
}

/**
 * Server, simulator and a sample brand in one process: everything a visitor needs for the whole story. The simulator
 * listens on the port after the server's. What it forgot since the last time is told to it again.
 */
export async function startDemo(config: Config): Promise<RunningDemo> {
  const simulator = await startSimulator({ host: '127.0.0.1', port: config.port + 1 })
  try {
    const app = await startApp({ ...config, graphBaseUrl: simulator.url })
    const known = await app.runtime.db
      .selectFrom('business')
      .select('business_id')
      .where('slug', '=', 'blattwerk')
      .executeTakeFirst()
    const ctx =
      known && createContext(app.runtime, known.business_id, { kind: 'system', job: 'demo.restore' })
    await connectSimulator(app, simulator.url, ctx ? await knownTemplates(ctx) : [])
    if (ctx) await restorePeople(ctx, simulator.url)
    await seedDemo(app)
    return {
      app,
      simulatorUrl: simulator.url,
      async stop() {
        await app.stop()
        await simulator.close()
      },
    }
  } catch (error) {
    await simulator.close()
    throw error
  }
}
