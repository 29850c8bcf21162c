import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, loadEmbeddedPostgres } from '../../bench/run/postgres.ts'
import { pause } from './wait.ts'

const SETTINGS: Record<string, string> = {
  shared_buffers: '128MB',
  listen_addresses: '127.0.0.1',
  // When a withdrawal was committed is what the judge compares requests with.
  track_commit_timestamp: 'on',
}
const STARTS_WITHIN_MS = 60_000

/** A PostgreSQL of its own that can be killed and started again on the same port with the same data. */
export interface Postgres {
  /** Superuser on the database `postgres`. */
  url: string
  port: number
  folder: string
  isUp(): boolean
  /** SIGKILL to the server's first process: nothing is written any more, what follows is crash recovery. */
  kill(): Promise<void>
  /** SIGKILL to one of its sessions: PostgreSQL then ends all others and recovers by itself. @returns whether there was one */
  killSession(index: number): boolean
  /** Starts it (again); waits until it takes connections. */
  start(): Promise<void>
  /** Ends it in order, and removes what it left. */
  remove(): Promise<void>
}

/** @param folder is made, with the data below it; may be a file system of its own */
export async function newPostgres(folder: string, more: Record<string, string> = {}): Promise<Postgres> {
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  mkdirSync(folder, { recursive: true })
  // The system user that runs the server must be able to reach its own folder in here.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const data = join(folder, 'data')
  let log = ''
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: 'jawort',
    password: 'jawort',
    port,
    persistent: true,
    // As root PostgreSQL refuses to run; the package then makes a system user for it.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries({ ...SETTINGS, ...more }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog: (line) => {
      log = `${log}${line}`.slice(-8_000)
    },
    onError: () => {},
  })
  await server.initialise()
  let pid: number | undefined
  const alive = (who: number) => {
    try {
      process.kill(who, 0)
      return true
    } catch {
      return false
    }
  }

  const postgres: Postgres = {
    url: `postgres://jawort:jawort@127.0.0.1:${port}/postgres`,
    port,
    folder,
    isUp: () => pid !== undefined && alive(pid),
    async kill() {
      if (pid === undefined) return
      process.kill(pid, 'SIGKILL')
      while (alive(pid)) await pause(10)
      pid = undefined
    },
    killSession(index) {
      if (pid === undefined) return false
      const sessions = childrenOf(pid).filter((child) => /jawort \S+ 127\.0\.0\.1/.test(titleOf(child)))
      const session = sessions[index % Math.max(1, sessions.length)]
      if (session === undefined) return false
      process.kill(session, 'SIGKILL')
      return true
    },
    async start() {
      const until = performance.now() + STARTS_WITHIN_MS
      for (;;) {
        try {
          await server.start()
          break
        } catch {
          // Sessions of the one that was killed still hold its memory for a moment.
          if (performance.now() > until) throw new Error(`PostgreSQL did not start:\n${log}`)
          await pause(100)
        }
      }
      pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    },
    async remove() {
      if (pid !== undefined && alive(pid)) {
        process.kill(pid, 'SIGINT')
        const until = performance.now() + 10_000
        while (alive(pid) && performance.now() < until) await pause(20)
        if (alive(pid)) process.kill(pid, 'SIGKILL')
      }
      pid = undefined
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
  await postgres.start()
  return postgres
}

function childrenOf(parent: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === parent)
  } catch {
    // No /proc on this system: sessions cannot be told from here.
    return []
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
