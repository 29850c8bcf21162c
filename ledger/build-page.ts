import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

// One file that checks proof packs without a network, for as long as there are browsers. It is checked in, because it
// goes into every pack: `node ledger/build-page.ts` writes it anew, a test holds it against its sources.

const FOLDER = import.meta.dirname
export const PAGE = join(FOLDER, 'verifier.html')

/** The page as text. Its script is not made small: whoever relies on it can read it. */
export async function buildPage(): Promise<string> {
  const built = await build({
    root: join(FOLDER, 'page'),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: 'page.ts', formats: ['iife'], name: 'verifier' },
    },
  })
  const [result] = Array.isArray(built) ? built : [built]
  const chunk = result && 'output' in result ? result.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page was not built.')
  const script = `\n${chunk.code.replaceAll('</', '<\\/')}`
  const style = `\n${readFileSync(join(FOLDER, 'page/page.css'), 'utf8')}`
  // Nothing but this script and this style runs, and neither can reach any address.
  const rules = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${rules}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jawort</title>
<style>${style}</style>
</head>
<body>
<script>${script}</script>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, await buildPage())
