import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Pids of everything that was started here and has not ended. */
const running = new Set<ChildProcess>()
// Whatever happens to this process, nothing stays behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

const LOOK_MS = 200
const AGAIN_MS = 500

/** A Node process that can be killed at any moment and started again. */
export class Child {
  readonly name: string
  readonly #args: string[]
  readonly #env: Record<string, string>
  readonly #log: string
  #process: ChildProcess | undefined
  #told = false
  #ready = false
  /** How often it gave up while starting, for example because there was no database yet, and was started again. */
  tries = 0
  /** When it was started last, milliseconds since 1970. */
  startedAt = 0
  /** How it ended when nobody had told it to. */
  fell: string | undefined

  /**
   * @param env with the PORT at which it says how it is
   * @param log file to which it writes what it has to say
   */
  constructor(name: string, args: string[], env: Record<string, string>, log: string) {
    this.name = name
    this.#args = args
    this.#env = env
    this.#log = log
  }

  get isUp(): boolean {
    return this.#process !== undefined
  }

  /** Whether it has said that it runs. */
  get isReady(): boolean {
    return this.isUp && this.#ready
  }

  /** The end of its log. */
  lastWords(): string {
    try {
      const lines = readFileSync(this.#log, 'utf8')
        .trim()
        .split('\n')
        .slice(this.fell || this.tries > 0 ? -30 : -2)
      return [`${this.name}:`, ...lines.map((line) => line.slice(0, 200))].join('\n    ')
    } catch {
      return `${this.name}: said nothing`
    }
  }

  start(): void {
    if (this.#process) return
    this.#told = false
    const out = openSync(this.#log, 'a')
    const child = spawn(process.execPath, this.#args, {
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', out, out],
    })
    closeSync(out)
    this.#process = child
    this.startedAt = Date.now()
    running.add(child)
    child.once('exit', (code, signal) => {
      running.delete(child)
      if (this.#process === child) this.#process = undefined
      if (this.#told) return
      if (this.#ready) this.fell = `The process ${this.name} ended by itself with ${signal ?? code}.`
      else {
        // What any supervisor does.
        this.tries++
        setTimeout(() => this.#told || this.start(), AGAIN_MS)
      }
    })
    void this.#watch(child)
  }

  /** Notes when it runs: from then on it must not end by itself. */
  async #watch(child: ChildProcess): Promise<void> {
    this.#ready = false
    while (this.#process === child && !this.#ready) {
      if ((await this.answers()) && this.#process === child) this.#ready = true
      else await pause(LOOK_MS)
    }
  }

  /** Whether it answers now; that it was asked too often is an answer as well. */
  async answers(): Promise<boolean> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.#env.PORT}/healthz`)
      await answer.body?.cancel()
      return true
    } catch {
      return false
    }
  }

  /** Resolves once it is gone. @returns whether there was anything to end */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<boolean> {
    const child = this.#process
    this.#told = true
    if (!child) return false
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    const late = signal === 'SIGTERM' ? setTimeout(() => child.kill('SIGKILL'), 20_000) : undefined
    await ended
    clearTimeout(late)
    return true
  }
}
