/**
 * `npm run bench [-- name…] [--store postgres|pglite] [--quick] [--size N] [--runs N] [--out folder] [--temp folder] [--profile]`:
 * measures, prints `name store value unit limit ratio` lines, and writes results.json, RESULTS.md and plots.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, Store, Told } from './harness.ts'
import { formatLine } from './report/line.ts'
import { middleOf, type Run } from './report/middle.ts'
import { Results } from './report/results.ts'
import { LIKE_JAWORT } from './run/like-jawort.ts'
import { thisMachine } from './run/machine.ts'
import type { Order } from './run/one.ts'
import { type Postgres, startPostgres } from './run/postgres.ts'

/** All benches, in the order of the results. */
const BENCHES = [
  'dispatch',
  'growth',
  'latency',
  'intake',
  'stop',
  'audience',
  'import',
  'disk',
  'ledger',
  'peer',
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string' },
    quick: { type: 'boolean', default: false },
    size: { type: 'string' },
    /** In turns: all benches, and then all of them again. */
    runs: { type: 'string', default: '1' },
    /** Where results go; short forms go nowhere without it, because their figures mean nothing. */
    out: { type: 'string' },
    temp: { type: 'string', default: tmpdir() },
    profile: { type: 'boolean', default: false },
  },
})

let postgres: Postgres | undefined
let running: ChildProcess | undefined
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true
    running?.kill()
  })
}

try {
  process.exitCode = await runAll()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await postgres?.stop()
}

async function runAll(): Promise<number> {
  const benches = await load(positionals.length > 0 ? positionals : BENCHES.filter(isThere))
  const stores = storesAsked()
  const runs = runsAsked()
  const out = values.out ?? (values.quick ? undefined : import.meta.dirname)
  const results = out === undefined ? undefined : new Results(out)
  const turn = benches.flatMap((bench) =>
    bench.stores
      .filter((store) => stores.includes(store))
      .map((store) => ({ bench, store, done: [] as Run[] })),
  )
  let failed = 0
  for (const { bench, store, done } of Array.from({ length: runs }, () => turn).flat()) {
    if (interrupted) return 1
    if (store === 'postgres') postgres ??= await startPostgres(values.temp)
    const run = await runOne(bench, store)
    if (!run.ok) {
      failed++
      console.error(`${bench.name} ${store} failed`)
      continue
    }
    // A bench that was skipped says so; what was measured before stays.
    if (run.figures.length === 0) continue
    done.push(run)
    const middle = middleOf(done)
    results?.add(bench, { store, machine: thisMachine(), runs: done.length, ...middle })
    results?.write(BENCHES)
    if (runs === 1 || done.length < runs) continue
    console.error(`  ${bench.name} ${store}: the middle of ${runs} runs`)
    for (const figure of middle.figures) console.log(formatLine(figure, store))
  }
  return failed > 0 ? 1 : 0
}

/** Runs one bench in a process of its own, so that none measures what another left in memory. */
async function runOne(bench: Bench, store: Store): Promise<Run & { ok: boolean }> {
  const order: Order = {
    bench: bench.name,
    store,
    quick: values.quick,
    size: values.size === undefined ? null : Number(values.size),
    temp: values.temp,
    postgresUrl: store === 'postgres' ? (postgres?.url ?? null) : null,
    postgresPid: store === 'postgres' ? (postgres?.pid ?? null) : null,
  }
  const profiles = join(import.meta.dirname, 'profiles', `${bench.name}-${store}`)
  const child = fork(join(import.meta.dirname, 'run', 'one.ts'), {
    execArgv: [
      ...LIKE_JAWORT.execArgv,
      ...(values.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(profiles, 'bench')}`] : []),
    ],
    env: LIKE_JAWORT.env,
  })
  running = child
  const { figures, plots }: Run = { figures: [], plots: [] }
  child.on('message', (message) => {
    const told = message as Told
    if (told.kind === 'figure') figures.push(told.figure)
    else plots.push(told.plot)
  })
  child.send(order)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  return { ok: code === 0, figures, plots }
}

async function load(names: readonly string[]): Promise<Bench[]> {
  const unknown = names.filter((name) => !isThere(name))
  if (unknown.length > 0)
    throw new Error(
      `There is no bench "${unknown.join('", "')}". There are: ${BENCHES.filter(isThere).join(', ')}.`,
    )
  return Promise.all(
    names.map(async (name) => ((await import(`./${name}.ts`)) as { default: Bench }).default),
  )
}

function isThere(name: string): boolean {
  return BENCHES.includes(name) && existsSync(join(import.meta.dirname, `${name}.ts`))
}

function runsAsked(): number {
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on.')
  return runs
}

function storesAsked(): Store[] {
  if (values.store === undefined) return ['postgres', 'pglite']
  if (values.store === 'postgres' || values.store === 'pglite') return [values.store]
  throw new Error(`There is no store "${values.store}": use postgres or pglite.`)
}
