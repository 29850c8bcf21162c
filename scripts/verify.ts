import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { checkCrossing } from './check-crossing.ts'
import { checkDocs } from './check-docs.ts'
import { checkMocks } from './check-mocks.ts'
import { checkModules } from './check-modules.ts'
import { checkMonths } from './check-months.ts'
import { checkPackages } from './check-packages.ts'
import { checkRules } from './check-rules.ts'
import { checkTables } from './check-tables.ts'

interface Check {
  name: string
  run: () => Promise<string[]> | string[]
}

const BIN = 'node_modules/.bin'

/** Runs a tool; its output is the complaint when it fails. */
function tool(command: string, ...args: string[]): () => Promise<string[]> {
  return () =>
    new Promise((resolve) => {
      const child = spawn(`${BIN}/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      child.stdout.on('data', (chunk) => (output += chunk))
      child.stderr.on('data', (chunk) => (output += chunk))
      child.on('error', (error) => resolve([error.message]))
      child.on('close', (code) =>
        resolve(code === 0 ? [] : [output.trim() || `${command} ended with ${code}`]),
      )
    })
}

const CHECKS: Check[] = [
  { name: 'types: server', run: tool('tsc', '-p', 'server') },
  { name: 'types: admin', run: tool('tsc', '-p', 'admin') },
  { name: 'modules: layers, doors, cycles', run: checkModules },
  { name: 'types: simulator', run: tool('tsc', '-p', 'simulator') },
  { name: 'types: phones', run: tool('tsc', '-p', 'simulator/phones') },
  { name: 'types: ledger', run: tool('tsc', '-p', 'ledger') },
  { name: 'types: the page that checks proofs', run: tool('tsc', '-p', 'ledger/page') },
  { name: 'types: widget', run: tool('tsc', '-p', 'widget') },
  { name: 'types: scripts, benches and browser tests', run: tool('tsc', '-p', 'tsconfig.json') },
  { name: 'Biome', run: tool('biome', 'ci', '--error-on-warnings', '--diagnostic-level=warn', '.') },
  { name: 'unused code and packages', run: tool('knip') },
  { name: 'tables: one owner each', run: checkTables },
  { name: 'statements: one business each', run: checkCrossing },
  { name: 'statements: no partition chosen behind a lock', run: checkMonths },
  { name: 'documents name what exists', run: checkDocs },
  { name: 'rules: a test each', run: checkRules },
  { name: 'official API only', run: checkPackages },
  { name: 'tests replace no module', run: checkMocks },
  ...(existsSync('widget/dist/widget.js')
    ? [{ name: 'size of the bubble', run: tool('node', 'widget/check-size.ts') }]
    : []),
  ...(existsSync('admin/dist/index.html')
    ? [{ name: 'size of the admin', run: tool('node', 'admin/check-size.ts') }]
    : []),
]

const started = performance.now()
const waiting = [...CHECKS]
let failed = 0

async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const from = performance.now()
    const complaints = await check.run()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    console.log(`${complaints.length === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`)
    if (complaints.length > 0) {
      failed++
      for (const complaint of complaints) console.log(`  ${complaint}`)
    }
  }
}

await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
console.log(
  `${CHECKS.length - failed} of ${CHECKS.length} checks passed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
)
process.exitCode = failed > 0 ? 1 : 0
