import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rememberedPulse, rememberPulse } from './memory.ts'
import { folderPlace, isRestored } from './place.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jawort-brake-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it.each([
  ['the first start', null, '7/16384/1', false, false],
  ['the same cluster', '7/16384/1', '7/16384/1', false, false],
  ['a dump in another cluster', '7/16384/1', '8/16384/1', false, true],
  ['a dump in a new database of the same cluster', '7/16384/1', '7/20000/1', false, true],
  ['a recovery to a point in time', '7/16384/1', '7/16384/2', false, true],
  ['a fail-over under a running process', '7/16384/1', '7/16384/2', true, false],
  ['another database under a running process', '7/16384/1', '7/20000/1', true, true],
  ['a server that does not say where it is', '7/16384/1', '//', false, false],
])('judges %s', (_what, before, now, running, restored) => {
  expect(isRestored(before, now, running)).toBe(restored)
})

it('tells a copy of the embedded database from the folder itself, wherever that was moved', () => {
  const folder = join(dataDir, 'database')
  mkdirSync(folder)
  writeFileSync(join(folder, 'PG_VERSION'), '17')
  const place = folderPlace(folder)
  cpSync(folder, join(dataDir, 'copy'), { recursive: true })
  writeFileSync(join(folder, 'postmaster.opts'), '')
  expect(isRestored(place, folderPlace(folder), false)).toBe(false)
  renameSync(folder, join(dataDir, 'moved'))
  expect(isRestored(place, folderPlace(join(dataDir, 'moved')), false)).toBe(false)
  expect(isRestored(place, folderPlace(join(dataDir, 'copy')), false)).toBe(true)
})

it('remembers each installation by itself, and nothing of a spoilt file', () => {
  expect(rememberedPulse({ dataDir }, 'a')).toBe(0)
  rememberPulse({ dataDir }, 'a', 7)
  rememberPulse({ dataDir }, 'b', 3)
  rememberPulse({ dataDir }, 'a', 8)
  expect([rememberedPulse({ dataDir }, 'a'), rememberedPulse({ dataDir }, 'b')]).toEqual([8, 3])
  for (let i = 0; i < 40; i++) rememberPulse({ dataDir }, `try-${i}`, 1)
  expect(rememberedPulse({ dataDir }, 'b')).toBe(0)
  writeFileSync(join(dataDir, 'installation'), '{"a": ')
  expect(rememberedPulse({ dataDir }, 'a')).toBe(0)
})
