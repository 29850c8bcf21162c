import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RedisServer {
  port: number
  version: string
  stop(): Promise<void>
}

/** Redis with its own default settings, on a free port of the loopback; null when this machine has none. */
export async function startRedis(): Promise<RedisServer | null> {
  const about = spawnSync('redis-server', ['--version'], { encoding: 'utf8' })
  if (about.status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'jawort-bench-redis-'))
  const port = await freePort()
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('eady to accept connections') && resolve())
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)))
  })
  const stopWithUs = () => child.kill()
  process.once('exit', stopWithUs)
  return {
    port,
    version: /v=([\d.]+)/.exec(about.stdout)?.[1] ?? 'unknown',
    async stop() {
      process.off('exit', stopWithUs)
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
