import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { loadConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/db/index.ts'
import { HOUR, ManualClock, newId, systemClock } from '../../platform/index.ts'
import { type MasterKeys, openVault } from '../../platform/vault/index.ts'
import { onCluster, openTestDatabase } from '../../testing/database.ts'
import { checkConfig, judgeSpace } from './around.ts'
import { examine } from './command.ts'
import { checkDatabase } from './database.ts'
import { spanOf } from './finding.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const keys = (fill: number): MasterKeys => ({
  current: Buffer.alloc(32, fill).toString('base64'),
  previous: undefined,
  place: 'JAWORT_MASTER_KEY',
  make: () => '',
})

describe('jawort doctor', () => {
  let database: Database
  const folder = mkdtempSync(join(tmpdir(), 'jawort-doctor-'))
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const states = async (fill = 7, clock = systemClock) =>
    Object.fromEntries(
      (await checkDatabase(database, keys(fill), clock)).map(({ check, state }) => [check, state]),
    )

  it('finds nothing wrong with a database that is in order', async () => {
    await openVault(database.db, keys(7), systemClock)
    const found = await checkDatabase(database, keys(7), systemClock)
    // Backups are nobody's here, and which PostgreSQL there is depends on the machine (database.test.ts).
    const known = ['backups', 'database']
    expect(found.filter(({ state, check }) => state !== 'ok' && !known.includes(check))).toEqual([])
    expect(found.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['schema', 'separation', 'master key', 'ledger']),
    )
  })

  it('C-48: says that the master key is another one, and what to do', async () => {
    const found = await checkDatabase(database, keys(9), systemClock)
    expect(found.find(({ check }) => check === 'master key')).toMatchObject({
      state: 'fail',
      cure: expect.stringContaining('JAWORT_PREVIOUS_MASTER_KEY'),
    })
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from vault_key`.execute(database.db)
    expect(rows).toEqual([{ n: 1 }])
  })

  it('says when nobody seals the ledger', async () => {
    const id = newId()
    await sql`insert into business (business_id, slug, name, legal_name, country, language, time_zone, state, created_at)
      values (${id}, 'blatt', 'Blatt', 'Blatt GmbH', 'DE', 'de', 'Europe/Berlin', 'trial', now())`.execute(
      database.db,
    )
    await sql`insert into ledger_entry (business_id, entry_id, type, state, purpose, wording_hash, rule_pack, at, commitment)
      values (${id}, ${newId()}, 'confirmed', 'confirmed', 'news', '', 'DE-1', now(), ${'ab'.repeat(32)})`.execute(
      database.db,
    )
    expect((await states()).ledger).toBe('ok')
    expect((await states(7, new ManualClock(new Date(Date.now() + HOUR).toISOString()))).ledger).toBe('fail')
  })

  it.runIf(inject('store') === 'postgres' && !onCluster)(
    'C-49: says which table lacks row-level security',
    async () => {
      await sql`alter table topic disable row level security`.execute(database.db)
      const found = await checkDatabase(database, keys(7), systemClock)
      expect(found.find(({ check }) => check === 'separation')).toMatchObject({
        state: 'warn',
        fact: expect.stringContaining('topic'),
      })
      await database.separate()
      expect((await states()).separation).toBe('ok')
    },
  )

  it('says what Meta could not reach', () => {
    const at = (env: Record<string, string>) => checkConfig(loadConfig({ JAWORT_MASTER_KEY: KEY, ...env }))[0]
    expect(at({})?.state).toBe('fail')
    expect(at({ PUBLIC_URL: 'http://jawort.example' })?.fact).toContain('without TLS')
    expect(at({ PUBLIC_URL: 'https://jawort.example' })?.state).toBe('ok')
    expect(at({ GRAPH_BASE_URL: 'http://127.0.0.1:4001' })?.state).toBe('ok')
  })

  it('changes nothing: where there is no database it makes none', async () => {
    const found = await examine(loadConfig({ JAWORT_DATA_DIR: join(folder, 'none') }))
    expect(found.find(({ check }) => check === 'database')).toMatchObject({ state: 'warn' })
    expect(found.find(({ check }) => check === 'disk')?.fact).toContain('GB free')
  })

  it('measures', () => {
    expect(
      [judgeSpace('/', 1e8), judgeSpace('/', 5e8), judgeSpace('/', 5e9)].map(({ state }) => state),
    ).toEqual(['fail', 'warn', 'ok'])
    expect([1000, 40_000, 180_000, 3 * HOUR, 72 * HOUR].map(spanOf)).toEqual([
      '1 second',
      '40 seconds',
      '3 minutes',
      '3 hours',
      '3 days',
    ])
  })
})
