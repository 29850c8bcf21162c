import type { Config } from '../../platform/config.ts'
import { untilSignal } from '../commands.ts'
import { DEMO_OWNER } from './seed.ts'
import { startDemo } from './start.ts'

/** `jawort demo`: starts the demo, says where to look, and ends with Ctrl+C. */
export async function demoCommand(config: Config): Promise<number> {
  const { app, simulatorUrl, stop } = await startDemo({
    ...config,
    logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
  })
  console.log(`
  Jawort is running. Nothing leaves this machine.

  1  The sample shop       ${app.url}/demo
     Click the bubble and say yes.
  2  The phones            ${simulatorUrl}
     Send the message, tap JA, type STOP.
  3  The marketer's desk   ${await app.signInLink(DEMO_OWNER.email)}
     This link signs you in once; start again for another one.

  Stop with Ctrl+C.
`)
  await untilSignal()
  await stop()
  return 0
}
