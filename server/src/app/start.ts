import { startDispatch } from '../dispatch/index.ts'
import { startIntake } from '../intake/index.ts'
import { startSealer } from '../ledger/index.ts'
import { type Auth, createAuth } from '../members/index.ts'
import type { Config } from '../platform/config.ts'
import type { Clock, Runtime } from '../platform/index.ts'
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
  /** A link that signs this account in once. */
  signInLink(email: string): Promise<string>
  /** Stops taking work, finishes what runs, closes the database. */
  stop(): Promise<void>
}

/** Starts the whole application in this process: HTTP, intake, dispatch, sealer and jobs. */
export async function startApp(config: Config, clock?: Clock): Promise<RunningApp> {
  const { runtime, database } = await openRuntime(config, clock)
  const links = new Map<string, string>()
  const auth = createAuth(runtime, ({ email, url }) => links.set(email, url))
  const live = new Live(runtime.signals)
  wire(runtime, live)
  const server = await buildServer(runtime, auth, live)
  const workers: Worker[] = []
  try {
    await server.listen({ host: config.host, port: config.port })
    await runtime.jobs.start(runtime)
    workers.push(startSealer(runtime), startDispatch(runtime), startIntake(runtime))
  } catch (error) {
    await server.close()
    await database.close()
    throw error
  }
  let stopping: Promise<void> | undefined
  return {
    runtime,
    auth,
    url: config.publicUrl,
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
        await database.close()
      })()
      return stopping
    },
  }
}
