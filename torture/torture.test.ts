import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// The short forms, each with PostgreSQL and processes of its own; what a seed means stands in torture/README.md.
const SEED = '1'

test.for(['kill', 'stop', 'network', 'outage', 'disk'])('%s', { timeout: 240_000 }, (name) => {
  const main = join(import.meta.dirname, 'main.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, name, '--quick', '--seed', SEED], {
    encoding: 'utf8',
  })
  expect(status, `${stdout}\n${stderr}`).toBe(0)
})
