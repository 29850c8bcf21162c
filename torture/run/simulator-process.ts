// The simulated WhatsApp in a process of its own: it is the judge, so nothing that happens to Jawort may happen to it.
import { startSimulator } from '../../simulator/src/index.ts'
import { virtualNow } from './virtual.ts'

export interface SimulatorInput {
  seed: number
  dials: Record<string, unknown>
  /** How much faster than real its clock goes, counted from `since`. */
  speed: number
  since: number
}

process.once('disconnect', () => process.exit(0))
process.once('message', async (message) => {
  const { seed, dials, speed, since } = message as SimulatorInput
  const { url } = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    seed,
    dials,
    now: virtualNow(speed, since),
    logger: { info: () => {}, warn: (facts, text) => console.error(text, facts) },
  })
  process.send?.(url)
})
