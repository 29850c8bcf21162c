import { randomUUID } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  formatShredded,
  parseShredded,
  rememberedShredded,
  rememberShredded,
  shredDigest,
} from './shred-list.ts'

const config = { dataDir: join(tmpdir(), `jawort-shred-${randomUUID()}`) }
afterAll(() => rmSync(config.dataDir, { recursive: true, force: true }))

const business = randomUUID()
const entry = (kind: 'person' | 'proof') => ({
  businessId: business,
  kind,
  digest: shredDigest(business, kind, randomUUID()),
  at: new Date('2026-11-18T11:00:00.000Z'),
})

describe('the list of destroyed keys', () => {
  it('C-59: is only added to, outside of the database, readable by its owner alone', () => {
    expect(rememberedShredded(config)).toEqual([])
    const [first, second] = [entry('person'), entry('proof')]
    rememberShredded(config, [first])
    rememberShredded(config, [second])
    expect(rememberedShredded(config)).toEqual([first, second])
    expect(statSync(join(config.dataDir, 'shredded')).mode & 0o077).toBe(0)
  })

  it('can be printed and typed in again; other lines are left out', () => {
    const entries = [entry('person'), entry('proof')]
    const text = formatShredded(entries)
    expect(
      parseShredded(
        `# printed 2026\n${text}\nrubbish person x y\n2026-13-45Z person ${business} ${'a'.repeat(64)}\n`,
      ),
    ).toEqual(entries)
  })

  it('names a key by a digest that depends on business, kind and person', () => {
    const person = randomUUID()
    const digests = [
      shredDigest(business, 'person', person),
      shredDigest(business, 'proof', person),
      shredDigest(randomUUID(), 'person', person),
      shredDigest(business, 'person', randomUUID()),
    ]
    expect(new Set(digests).size).toBe(4)
  })
})
