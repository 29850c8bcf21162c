import { chmodSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import type { Runtime } from '../../platform/index.ts'
import { examineChannels } from './examine-channels.ts'

/**
 * Where a server with the embedded database answers the command line of the same machine: a file in the data folder that only
 * its owner may open. The database serves one process, so a command cannot look into it beside the server.
 */
export const socketPath = (config: Pick<Config, 'dataDir'>) => join(config.dataDir, 'doctor.sock')

/**
 * Answers `jawort doctor channel` of the account that runs this server, until it is stopped. Where the data folder takes no
 * socket (its path is too long, or it lies on a volume of another kind) the server runs without.
 */
export async function startDoctorSocket(runtime: Runtime): Promise<{ stop(): Promise<void> }> {
  const path = socketPath(runtime.config)
  const server = createServer((incoming, outgoing) => {
    const which = new URL(incoming.url ?? '/', 'http://doctor').searchParams.get('which') ?? ''
    examineChannels(runtime, which).then(
      (channels) =>
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ channels })),
      (error: unknown) => {
        runtime.log.error({ err: error }, 'a number could not be examined')
        outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{}')
      },
    )
  })
  // A server that was killed leaves its file behind; the lock of the database says that nobody else listens there.
  rmSync(path, { force: true })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
    chmodSync(path, 0o600)
  } catch (error) {
    runtime.log.warn(
      { err: error },
      'jawort doctor channel cannot ask this server: no socket in the data folder',
    )
    server.close()
    return { stop: async () => {} }
  }
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** What the running server answers. @throws Error when it does not */
export function askServer(config: Pick<Config, 'dataDir'>, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: socketPath(config), path, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')))
        else reject(new Error('The server could not examine the number; its log says why.'))
      })
    })
    asking.once('error', reject)
    asking.end()
  })
}
