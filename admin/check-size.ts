import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What a person's browser must fetch before the first page shows; slow phones decide this number. */
const limitBytes = 300_000

const dist = (path: string): string => fileURLToPath(new URL(`dist/${path}`, import.meta.url))
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

function readDist(path: string): Buffer {
  try {
    return readFileSync(dist(path))
  } catch {
    console.error(`admin/dist/${path} is missing: build the pages first with "npm run build".`)
    process.exit(1)
  }
}

const html = readDist('index.html').toString()
const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].flatMap(([, path]) =>
  path ? [path] : [],
)
const sizes = [...new Set(scripts)].map((path) => ({ path, bytes: gzipSync(readDist(path)).length }))
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)

for (const { path, bytes } of sizes.sort((a, b) => b.bytes - a.bytes))
  say(`${kB(bytes).padStart(10)}  ${path}`)
say(`${kB(total).padStart(10)}  first load of the admin, gzip (limit ${kB(limitBytes)})`)

if (sizes.length === 0) {
  console.error('index.html loads no script: the build is broken, or this check reads it wrongly.')
  process.exit(1)
}
if (total > limitBytes) {
  console.error(
    `The admin loads ${kB(total - limitBytes)} too much JavaScript at first. Import what only one page needs ` +
      'inside that page (src/pages/<page>), and never import a page, a chart or the palette from src/app.',
  )
  process.exit(1)
}
