import type { OpenRuntime } from '../server/src/app/runtime.ts'
import { formatLine } from './report/line.ts'
import type { Plot } from './report/plot.ts'
import { familyCpuMicros } from './run/cpu.ts'
import { shiftToNoon } from './run/noon.ts'
import { CLOCK_SHIFT, openPlace, type Place } from './run/place.ts'

export type Store = 'postgres' | 'pglite'

/** One measured figure. It stands beside what it is compared with, measured in the same run, or beside the figure to reach. */
export interface Figure {
  /** The bench's own name by default; more figures of one bench are called `bench.detail`. No spaces. */
  name?: string
  value: number
  /** No spaces, for example `messages/s`. */
  unit: string
  limit: number
  /** What the limit is, for the table; for example "undici loop, same bodies and connections". */
  against: string
}

export type NamedFigure = Figure & { name: string }

export interface BenchContext {
  readonly store: Store
  /** A short form that only shows that the bench works; its figures mean nothing. */
  readonly quick: boolean
  /** `--size`: how many of whatever the bench counts; undefined takes the bench's own number. */
  readonly size: number | undefined
  /**
   * A fresh, empty database of the store, as environment variables; opened here or in a process of its own (`runApart`).
   * @param options.atNoon its clock shows noon of a working day, so that quiet hours hold nothing back
   */
  place(options?: { atNoon?: boolean }): Promise<Place>
  /**
   * A migrated and wired runtime with the system clock (or the place's), on a fresh database or on `place`; closed after the bench at the latest.
   * @param options.env further environment variables, for example `GRAPH_BASE_URL`
   */
  openRuntime(options?: { place?: Place; env?: Record<string, string> }): Promise<OpenRuntime>
  /** Prints `name store value unit limit ratio` and keeps the figure for bench/RESULTS.md. */
  report(figure: Figure): void
  /** Processor time of the started PostgreSQL so far, in microseconds; null on the embedded database and where nobody counts. */
  databaseCpuMicros(): number | null
  /** Draws a picture next to the results. */
  plot(plot: Plot): void
  /** Says what the bench is doing; for the person who waits. */
  say(text: string): void
  /** Runs `undo` after the bench, also when it failed; the last one first. */
  later(undo: () => Promise<void> | void): void
}

/** One bench; the default export of `bench/<name>.ts`. */
export interface Bench {
  name: string
  stores: readonly Store[]
  /** One sentence for the results: what is measured. */
  title: string
  run(bench: BenchContext): Promise<void>
}

/** What a bench's process tells the one that started it. */
export type Told = { kind: 'figure'; figure: NamedFigure } | { kind: 'plot'; plot: Plot }

interface Options {
  bench: string
  store: Store
  quick: boolean
  size: number | undefined
  databasePid: number | null
  newPlace(): Promise<Place>
  tell(told: Told): void
}

/** The context of one bench in this process, and what must be undone after it. */
export function createBench(options: Options): { context: BenchContext; close(): Promise<void> } {
  const { bench, store, quick, size, databasePid, newPlace, tell } = options
  const undo: (() => Promise<void> | void)[] = []
  const context: BenchContext = {
    store,
    quick,
    size,
    async place({ atNoon = false } = {}) {
      const place = await newPlace()
      return atNoon ? { ...place, [CLOCK_SHIFT]: String(shiftToNoon(new Date())) } : place
    },
    async openRuntime({ place, env } = {}) {
      const opened = await openPlace(place ?? (await newPlace()), env)
      undo.push(() => opened.close())
      return opened
    },
    report(figure) {
      const named = { ...figure, name: figure.name ?? bench }
      console.log(formatLine(named, store))
      tell({ kind: 'figure', figure: named })
    },
    databaseCpuMicros: () => (databasePid === null ? null : familyCpuMicros(databasePid)),
    plot: (plot) => tell({ kind: 'plot', plot }),
    say: (text) => console.error(`  ${bench} ${store}: ${text}`),
    later: (work) => void undo.push(work),
  }
  return {
    context,
    async close() {
      for (const work of undo.reverse()) await work()
    },
  }
}
