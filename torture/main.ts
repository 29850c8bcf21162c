/**
 * `npm run torture [-- name…] [--quick] [--seed N] [--temp folder]`: breaks things on purpose while messages are sent, and says
 * whether everything that was promised held. Ends with 1 when it did not.
 */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runTorture, type Torture } from './harness.ts'

/** All of them, in this order. */
const TORTURES = ['webhooks', 'network', 'outage', 'disk', 'kill', 'stop']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string' },
    /** Another disk for databases and logs. */
    temp: { type: 'string', default: tmpdir() },
  },
})

// Whatever is running is ended with this process (see run/child.ts).
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

const names = positionals.length > 0 ? positionals : TORTURES.filter(isThere)
const unknown = names.filter((name) => !isThere(name))
if (unknown.length > 0) {
  console.error(
    `There is no torture "${unknown.join('", "')}". There are: ${TORTURES.filter(isThere).join(', ')}.`,
  )
  process.exit(2)
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
let failed = 0
for (const name of names) {
  const { default: torture } = (await import(`./${name}.ts`)) as { default: Torture }
  if (!(await runTorture(torture, { quick: values.quick, seed, temp: values.temp }))) failed++
}
if (failed > 0)
  console.log(`${failed} of ${names.length} failed; --seed ${seed} makes the same choices again.`)
process.exit(failed > 0 ? 1 : 0)

function isThere(name: string): boolean {
  return TORTURES.includes(name) && existsSync(join(import.meta.dirname, `${name}.ts`))
}
