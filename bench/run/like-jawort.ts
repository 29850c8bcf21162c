import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [firstLine = ''] = readFileSync(new URL('../../server/src/main.ts', import.meta.url), 'utf8').split(
  '\n',
)

const words = firstLine.split(' ')
const variables = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('='))

/** How a process has to be started so that it has the memory settings and the kept code of `jawort` itself. */
export const LIKE_JAWORT = {
  execArgv: words.filter((word) => word.startsWith('--')),
  env: {
    ...process.env,
    NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    ...Object.fromEntries(variables),
  },
}
