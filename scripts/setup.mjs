// Prepares a clone so that the command after it just works: packages, pages, a browser for the tests. Runs on any
// Node from 20 and needs nothing installed, because it is what installs. Does only what is missing or stale.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const WORKSPACES = ['ledger', 'server', 'admin', 'widget', 'simulator']
const BIN = join(ROOT, 'node_modules/.bin')

const steps = { packages, pages, chromium }
for (const name of process.argv.slice(2)) {
  const step = steps[name]
  if (!step) fail(`There is no set-up step "${name}": use ${Object.keys(steps).join(', ')}.`)
  step()
}

function packages() {
  const stamp = join(ROOT, 'node_modules/.jawort-packages')
  const wanted = digest([
    'package.json',
    'package-lock.json',
    ...WORKSPACES.map((name) => `${name}/package.json`),
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing packages …')
  // Not `npm ci`: it refuses a lock file whose optional packages for other systems a registry does not carry.
  run(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed. Is the npm registry reachable?',
  )
  writeFileSync(stamp, wanted)
}

function pages() {
  build('widget', 'bubble', ['widget/src', 'widget/vite.config.ts'])
  build('simulator', 'phones', ['simulator/phones', 'simulator/vite.config.ts'])
  build('admin', 'admin', ['admin/src', 'admin/index.html', 'admin/vite.config.ts'])
}

function build(workspace, name, sources) {
  const stamp = join(ROOT, workspace, 'dist/.built-from')
  const wanted = digest([...sources, 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say(`Building the ${name} …`)
  // The Node that came with the packages, since the machine's own may be too old for the build tool.
  const vite = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
  run(join(BIN, 'node'), vite, `The ${name} could not be built.`, join(ROOT, workspace))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function chromium() {
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  )
  if (installed || existsSync('/Applications/Google Chrome.app') || existsSync(playwrightStamp())) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests …')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    if (spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { ...quiet, env }).status === 0) return
  }
  say('Fetching a browser for the tests …')
  const fetched = spawnSync(
    join(BIN, 'node'),
    [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium-headless-shell'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (fetched.status === 0) return writeFileSync(playwrightStamp(), '')
  fail(
    'The browser tests need Chromium or Chrome. Please install one of them (on Debian: apt-get install chromium) and start again.',
  )
}

function playwrightStamp() {
  return join(ROOT, 'node_modules/.jawort-browser')
}

/** One hash over files and folders, by name and content. */
function digest(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
  }
  for (const path of paths) {
    if (!existsSync(join(ROOT, path))) continue
    if (path.includes('.')) add(path)
    else for (const entry of walk(path)) add(entry)
  }
  return hash.digest('hex')
}

function* walk(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* walk(path)
    else yield path
  }
}

function run(command, args, complaint, cwd = ROOT) {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) fail(complaint)
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

function fail(text) {
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}
