import { spawnSync } from 'node:child_process'

/** Everything, in the order in which it is quickest to learn that something is wrong. */
const STEPS: [name: string, command: string, ...args: string[]][] = [
  ['checks', 'node', 'scripts/verify.ts'],
  ['generated files', 'node', 'scripts/generate.ts', '--check'],
  ['tests', 'vitest', 'run', '--project', 'pure', '--project', 'pglite', '--project', 'postgres'],
  ['torture, short forms', 'node', 'torture/main.ts', '--quick'],
  // By themselves, because a browser that waits for its turn looks like a page that is slow.
  ['browser', 'vitest', 'run', '--project', 'browser'],
]

for (const [name, command, ...args] of STEPS) {
  console.log(`\n── ${name} ──`)
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${name} failed.`)
    process.exit(status ?? 1)
  }
}
