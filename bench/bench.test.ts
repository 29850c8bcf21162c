import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LIKE_JAWORT } from './run/like-jawort.ts'

// Figures are for people; here it only matters that the benches still run and that what they write is well-formed.

const out = mkdtempSync(join(tmpdir(), 'jawort-bench-test-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

function bench(...args: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8' })
}

test('the dispatch bench prints its lines and keeps what was measured', { timeout: 120_000 }, () => {
  const { stdout, stderr, status } = bench(
    'dispatch',
    '--store',
    'pglite',
    '--quick',
    '--size',
    '40',
    '--out',
    out,
  )
  expect(status, stderr).toBe(0)
  const lines = stdout.trim().split('\n')
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['dispatch', 'dispatch.cpu', 'dispatch.memory'])
  for (const line of lines) expect(line).toMatch(/^\S+ pglite [\d.]+ \S+ [\d.]+ [\d.e+-]+$/)
  expect(readdirSync(out).sort()).toEqual(['RESULTS.md', 'plots', 'results.json'])
  expect(readFileSync(join(out, 'RESULTS.md'), 'utf8')).toContain(
    '![Messages per second over 40 queued messages]',
  )
  expect(readFileSync(join(out, 'plots/dispatch-pglite.svg'), 'utf8')).toMatch(
    /^<svg .*<polyline .*<\/svg>\n$/s,
  )
})

test('benches run with the memory settings that Jawort starts with, whichever way', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
  expect(LIKE_JAWORT.execArgv).toContain('--max-old-space-size=1024')
  expect(LIKE_JAWORT.env).toMatchObject({ MALLOC_ARENA_MAX: '2' })
  expect(scripts.start).toBe(`node ${LIKE_JAWORT.execArgv.join(' ')} server/src/main.ts demo`)
})

test('every bench loads and is called as its file', { timeout: 60_000 }, async () => {
  const main = readFileSync(join(import.meta.dirname, 'main.ts'), 'utf8')
  const names = /const BENCHES = \[([^\]]*)\]/.exec(main)?.[1]?.split(/\W+/) ?? []
  const there = readdirSync(import.meta.dirname).filter((file) => names.includes(file.replace(/\.ts$/, '')))
  expect(there).toContain('dispatch.ts')
  for (const file of there) {
    const { default: loaded } = await import(join(import.meta.dirname, file))
    expect(loaded.name).toBe(file.replace(/\.ts$/, ''))
    expect(loaded.stores.length).toBeGreaterThan(0)
  }
})

test('a bench that is not there is named, with those that are', () => {
  const { stderr, status } = bench('dispach')
  expect(status).toBe(1)
  expect(stderr).toContain('There is no bench "dispach". There are: dispatch,')
})
