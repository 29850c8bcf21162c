/**
 * `npm run torture [-- name…] [--quick] [--seed N] [--temp folder]`: breaks things on purpose while messages are sent, and says
 * whether everything that was promised held. Ends with 1 when it did not.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runTorture, type Torture, undoAll } from './harness.ts'

/** All of them, in this order: those that take longest first. */
const TORTURES = ['stop', 'kill', 'network', 'disk', 'outage', 'webhooks']
/** Short forms wait more than they work: so many at the same time. */
const AT_ONCE = 3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string' },
    /** Another disk for databases and logs. */
    temp: { type: 'string', default: tmpdir() },
  },
})

const apart = new Set<ChildProcess>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, async () => {
    for (const child of apart) child.kill('SIGTERM')
    await undoAll(true)
    process.exit(1)
  })
}

const names = positionals.length > 0 ? positionals : TORTURES.filter(isThere)
const unknown = names.filter((name) => !isThere(name))
if (unknown.length > 0) {
  console.error(
    `There is no torture "${unknown.join('", "')}". There are: ${TORTURES.filter(isThere).join(', ')}.`,
  )
  process.exit(2)
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
const failed = values.quick && names.length > 1 ? await runSideBySide([...names]) : await runInTurn(names)
if (failed > 0)
  console.log(`${failed} of ${names.length} failed; --seed ${seed} makes the same choices again.`)
process.exit(failed > 0 ? 1 : 0)

/** @returns how many failed */
async function runInTurn(names: readonly string[]): Promise<number> {
  let failed = 0
  for (const name of names) {
    const { default: torture } = (await import(`./${name}.ts`)) as { default: Torture }
    if (!(await runTorture(torture, { quick: values.quick, seed, temp: values.temp }))) failed++
  }
  return failed
}

/** Each in a process of its own; what it says is printed when it has ended. @returns how many failed */
async function runSideBySide(names: string[]): Promise<number> {
  let failed = 0
  const work = async () => {
    for (let name = names.shift(); name; name = names.shift()) if ((await runApart(name)) !== 0) failed++
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return failed
}

function runApart(name: string): Promise<number | null> {
  const args = [
    join(import.meta.dirname, 'main.ts'),
    name,
    '--quick',
    '--seed',
    String(seed),
    '--temp',
    values.temp,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  apart.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  return new Promise((resolve) => {
    child.once('close', (code) => {
      apart.delete(child)
      console.log(text)
      resolve(code)
    })
  })
}

function isThere(name: string): boolean {
  return TORTURES.includes(name) && existsSync(join(import.meta.dirname, `${name}.ts`))
}
