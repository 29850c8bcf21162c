import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [firstLine = ''] = readFileSync(new URL('../../server/src/main.ts', import.meta.url), 'utf8').split(
  '\n',
)

/** How a process has to be started so that it has the memory settings and the kept code of `jawort` itself. */
export const LIKE_JAWORT = {
  execArgv: firstLine.split(' ').filter((word) => word.startsWith('--')),
  env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
}
