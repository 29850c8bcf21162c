import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

// The bubble is a guest on someone else's page: it may weigh 8 kB gzipped, no more.
// Run `node widget/check-size.ts` to measure what is built (it builds first when nothing is), `--build` to build anew.

const LIMIT_BYTES = 8192
const file = join(import.meta.dirname, 'dist', 'widget.js')

if (process.argv.includes('--build') || !existsSync(file)) {
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'error' })
}
const size = gzipSync(readFileSync(file), { level: 9 }).length
if (size > LIMIT_BYTES) {
  console.error(
    `widget.js weighs ${size} bytes gzipped, ${size - LIMIT_BYTES} over the limit of ${LIMIT_BYTES}. ` +
      'Let the server send the text, drop a style, or simplify a step; do not raise the limit.',
  )
  process.exitCode = 1
} else {
  console.log(`widget.js: ${size} of ${LIMIT_BYTES} bytes gzipped`)
}
