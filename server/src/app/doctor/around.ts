import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Config, isSimulated } from '../../platform/config.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const GB = 1024 ** 3
const LITTLE = GB
const NOTHING_LEFT = GB / 5

/** What the settings say about how people and Meta reach this installation. */
export function checkConfig(config: Config): Finding[] {
  const { protocol, hostname } = new URL(config.publicUrl)
  if (isSimulated(config)) return [ok('config', `talks to a simulator at ${config.graphBaseUrl}`)]
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  if (loopback) {
    return [
      fail(
        'webhooks',
        `PUBLIC_URL is ${config.publicUrl}, which Meta cannot reach`,
        'Set PUBLIC_URL to the https address of this installation and put it into the webhook settings of the app at Meta.',
      ),
    ]
  }
  if (protocol !== 'https:') {
    return [
      fail(
        'webhooks',
        `PUBLIC_URL is ${config.publicUrl}, without TLS`,
        'Put a proxy with a certificate in front, and set PUBLIC_URL to its https address: Meta sends to nothing else (C-48).',
      ),
    ]
  }
  return [ok('webhooks', `expected at ${config.publicUrl}/webhooks/whatsapp`)]
}

/** Space where the embedded database and the files of the installation are; what PostgreSQL has is its own machine's. */
export async function checkDisk(dataDir: string): Promise<Finding> {
  let folder = resolve(dataDir)
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  return judgeSpace(folder, bavail * bsize)
}

/** @param free bytes */
export function judgeSpace(folder: string, free: number): Finding {
  const fact = `${(free / GB).toFixed(1)} GB free at ${folder}`
  const cure = 'Make room, or move JAWORT_DATA_DIR to a larger disk: with a full one webhooks are refused.'
  if (free < NOTHING_LEFT) return fail('disk', fact, cure)
  return free < LITTLE ? warn('disk', fact, cure) : ok('disk', fact)
}
