import { startSimulator } from '@jawort/simulator'
import type { Config } from '../../platform/config.ts'
import { untilSignal } from '../commands.ts'
import { startApp } from '../start.ts'
import { connectSimulator, DEMO_OWNER, seedDemo } from './seed.ts'

/**
 * Server, simulator and a sample brand in one process: everything a visitor needs for the whole story. The simulator
 * listens on the port after the server's.
 */
export async function demoCommand(config: Config): Promise<number> {
  const simulator = await startSimulator({ host: '127.0.0.1', port: config.port + 1 })
  try {
    const app = await startApp({
      ...config,
      graphBaseUrl: simulator.url,
      logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
    })
    await connectSimulator(app, simulator.url)
    await seedDemo(app)
    console.log(`
  Jawort is running. Nothing leaves this machine.

  1  The sample shop       ${app.url}/demo
     Click the bubble and say yes.
  2  The phones            ${simulator.url}
     Send the message, tap JA, type STOP.
  3  The marketer's desk   ${await app.signInLink(DEMO_OWNER.email)}
     This link signs you in once; start again for another one.

  Stop with Ctrl+C.
`)
    await untilSignal()
    await app.stop()
  } finally {
    await simulator.close()
  }
  return 0
}
