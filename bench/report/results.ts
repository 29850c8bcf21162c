import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Store } from '../harness.ts'
import type { Machine } from '../run/machine.ts'
import { plain, ratio } from './line.ts'
import type { Middle } from './middle.ts'
import { drawPlot, type Plot } from './plot.ts'

/** One bench on one store, as it was measured last, once or several times. */
interface Result {
  bench: string
  title: string
  store: Store
  at: string
  machine: Machine
  /** Of how many these are the middle; one, unless it is said. */
  runs?: number
  figures: Middle[]
  plots: { file: string; title: string }[]
}

type Key = `${string} ${Store}`

/** The figures of the last runs, kept in `results.json`; every run replaces only what it measured. */
export class Results {
  readonly #folder: string
  readonly #known: Map<Key, Result>

  constructor(folder: string) {
    this.#folder = folder
    const file = join(folder, 'results.json')
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result[]) : []
    this.#known = new Map(known.map((result) => [`${result.bench} ${result.store}`, result]))
  }

  /** Keeps what was measured and draws its pictures. */
  add(
    bench: Bench,
    run: { store: Store; machine: Machine; runs: number; figures: Middle[]; plots: Plot[] },
  ): void {
    mkdirSync(join(this.#folder, 'plots'), { recursive: true })
    const plots = run.plots.map((plot) => {
      const file = `plots/${plot.file}-${run.store}.svg`
      writeFileSync(join(this.#folder, file), drawPlot(plot))
      return { file, title: plot.title }
    })
    const { store, machine, runs, figures } = run
    const at = new Date().toISOString().slice(0, 10)
    this.#known.set(`${bench.name} ${store}`, {
      bench: bench.name,
      title: bench.title,
      store,
      at,
      machine,
      runs,
      figures,
      plots,
    })
  }

  /** Writes `results.json` and `RESULTS.md`. @param order names of the benches as they shall stand there */
  write(order: readonly string[]): void {
    const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
    const all = [...this.#known.values()].sort(
      (a, b) =>
        rank(a.bench) - rank(b.bench) || a.bench.localeCompare(b.bench) || b.store.localeCompare(a.store),
    )
    writeFileSync(join(this.#folder, 'results.json'), `${JSON.stringify(all, null, 2)}\n`)
    writeFileSync(join(this.#folder, 'RESULTS.md'), this.#markdown(all))
  }

  #markdown(all: readonly Result[]): string {
    const lines = [
      '# Measured',
      '',
      'Written by `npm run bench`; what the lines mean and how to repeat them stands in [README.md](README.md). Every value',
      'stands beside a limit measured in the same run, or beside the value to reach; ratio is value ÷ limit. Of several runs the one with',
      'the median ratio is shown, and in brackets between which ratios they lay.',
      '',
      ...machines(all),
      '',
      '| Figure | Store | Value | Unit | Limit | Ratio | The limit is |',
      '| --- | --- | ---: | --- | ---: | ---: | --- |',
      ...all.flatMap((result) =>
        result.figures.map(
          (figure) =>
            `| ${figure.name} | ${result.store} | ${plain(figure.value)} | ${figure.unit} | ${plain(figure.limit)} | ${ratio(figure)}${spreadOf(figure)} | ${figure.against} |`,
        ),
      ),
    ]
    for (const name of new Set(all.map((result) => result.bench))) {
      const results = all.filter((result) => result.bench === name)
      lines.push('', `## ${name}`, '', results[0]?.title ?? '')
      for (const plot of results.flatMap((result) => result.plots))
        lines.push('', `![${plot.title}](${plot.file})`)
      const notes = join(import.meta.dirname, '..', 'notes', `${name}.md`)
      if (existsSync(notes)) lines.push('', readFileSync(notes, 'utf8').trim())
    }
    return `${lines.join('\n')}\n`
  }
}

/** Between which ratios the runs lay. */
function spreadOf({ spread }: Middle): string {
  if (!spread) return ''
  const [least, most] = spread.map((value) => value.toPrecision(3))
  return ` (${least}–${most})`
}

/** Where and when; one line as long as everything was measured on one machine. */
function machines(all: readonly Result[]): string[] {
  const groups = new Map<string, Result[]>()
  for (const result of all) {
    const { cpu, cores, memoryGb, kernel, node, postgres, pglite } = result.machine
    const runs = result.runs && result.runs > 1 ? `, the middle of ${result.runs} runs` : ''
    const text = `${result.at}${runs}: ${cpu}, ${cores} cores, ${memoryGb} GB; ${kernel}; Node ${node}, PostgreSQL ${postgres}, PGlite ${pglite}`
    groups.set(text, [...(groups.get(text) ?? []), result])
  }
  return [...groups].map(([text, results]) => {
    const names = [...new Set(results.map((result) => result.bench))].join(', ')
    return `- ${groups.size > 1 ? `${names} — ` : ''}${text}`
  })
}
