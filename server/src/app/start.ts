import { checkPlace, installation, startWatch, stopSending } from '../brake/index.ts'
import { startDispatch, tellChanges } from '../dispatch/index.ts'
import { startIntake } from '../intake/index.ts'
import { startDeliveries } from '../integrations/index.ts'
import { startSealer } from '../ledger/index.ts'
import { type Auth, createAuth } from '../members/index.ts'
import { type Config, ConfigError } from '../platform/config.ts'
import { reachDatabase } from '../platform/db/index.ts'
import { type Clock, type Runtime, systemClock } from '../platform/index.ts'
import { createLog } from '../platform/log.ts'
import { PROCESS_ROLES, type ProcessRole } from '../platform/roles.ts'
import { replayShredded } from '../privacy/index.ts'
import { ensureMonthsOrSay } from '../retention/index.ts'
import { startDoctorSocket } from './doctor/socket.ts'
import { Live } from './live.ts'
import { openRuntime } from './runtime.ts'
import { buildServer } from './server.ts'
import { wire } from './wire.ts'

/** Time that running requests, sends and jobs get to finish. */
const GRACE_MS = 10_000

export interface Worker {
  stop(): Promise<void>
}

export interface RunningApp {
  runtime: Runtime
  auth: Auth
  url: string
  /** Where this very process listens, as `http://host:port`. */
  listensOn: string
  /** A link that signs this account in once. */
  signInLink(email: string): Promise<string>
  /** Stops taking work, finishes what runs, closes the database. */
  stop(): Promise<void>
}

export interface StartOptions {
  clock?: Clock
  /** What this process does, instead of what the configuration says. */
  roles?: ProcessRole[]
  /** Nothing leaves, from any process, until a person says go. */
  noSend?: boolean
}

/**
 * Starts the application, or the part of it that this process has the roles for. Every process answers /healthz, /readyz and
 * /metrics. A PostgreSQL that is still starting is waited for.
 * @throws ConfigError when the embedded database is to be shared by several processes
 * @throws DatabaseAwayError when PostgreSQL does not come
 */
export async function startApp(config: Config, options: StartOptions = {}): Promise<RunningApp> {
  const roles = options.roles ?? config.roles
  refuseSharing(config, roles)
  if (config.databaseUrl !== undefined)
    await reachDatabase(config.databaseUrl, { clock: systemClock, log: createLog(config.logLevel) })
  const { runtime, database } = await openRuntime({ ...config, roles }, options.clock)
  const links = new Map<string, string>()
  const auth = createAuth(runtime, ({ email, url }) => links.set(email, url))
  const live = new Live(runtime.signals)
  wire(runtime, live)
  const server = await buildServer(runtime, auth, live)
  const workers: Worker[] = []
  let listensOn: string
  try {
    if (options.noSend) await stopSending(installation(runtime), 'no_send')
    await ensureMonthsOrSay(runtime)
    workers.push(startWatch(runtime, await checkPlace(runtime)))
    await replayShredded(runtime)
    // Before the first request: whoever does not work on the queue puts work into it all the same. And one that fails to start
    // has then answered nobody.
    if (roles.includes('jobs')) await runtime.jobs.start(runtime)
    else await runtime.jobs.prepare()
    listensOn = await server.listen({ host: config.host, port: config.port })
    workers.push(...startWorkers(runtime, roles))
    if (config.databaseUrl === undefined) workers.push(await startDoctorSocket(runtime))
  } catch (error) {
    // Whatever cannot be ended because the database is away: the reason why it did not start is what counts.
    await Promise.allSettled([server.close(), ...workers.map((worker) => worker.stop())])
    await Promise.allSettled([runtime.jobs.stop(GRACE_MS)])
    await database.close()
    throw error
  }
  let stopping: Promise<void> | undefined
  return {
    runtime,
    auth,
    url: config.publicUrl,
    listensOn,
    async signInLink(email) {
      await auth.api.signInMagicLink({ body: { email, callbackURL: '/' }, headers: new Headers() })
      const link = links.get(email)
      links.delete(email)
      if (!link) throw new Error(`There is no account for ${email}.`)
      return link
    },
    stop() {
      stopping ??= (async () => {
        await server.close()
        await Promise.all(workers.map((worker) => worker.stop()))
        await runtime.jobs.stop(GRACE_MS)
        await tellChanges(runtime)
        await database.close()
      })()
      return stopping
    },
  }
}

function startWorkers(runtime: Runtime, roles: readonly ProcessRole[]): Worker[] {
  const workers: Worker[] = []
  if (roles.includes('jobs')) workers.push(startSealer(runtime), startDeliveries(runtime))
  if (roles.includes('dispatch')) workers.push(startDispatch(runtime))
  if (roles.includes('intake')) workers.push(startIntake(runtime))
  return workers
}

function refuseSharing(config: Config, roles: readonly ProcessRole[]): void {
  if (config.databaseUrl !== undefined || roles.length === PROCESS_ROLES.length) return
  throw new ConfigError(
    'The embedded database serves one process, which then has to do everything: leave out --role and JAWORT_ROLES, ' +
      'or set DATABASE_URL to a PostgreSQL that several processes can share.',
  )
}
