import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { prepareKey } from '../businesses/index.ts'
import { openContacts, resolveContact } from '../contacts/index.ts'
import { loadConfig } from '../platform/config.ts'
import {
  type Clock,
  type Context,
  createContext,
  ManualClock,
  MINUTE,
  systemClock,
  withTransaction,
} from '../platform/index.ts'
import { formatShredded, shredDigest } from '../privacy/shred-list.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { openTestDatabase } from '../testing/database.ts'
import { run } from './cli.ts'
import { openRuntime } from './runtime.ts'

const SLUG = 'blattwerk'

/** An installation as an operator has it: an environment, a data folder, a database; nothing of it is open between commands. */
describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jawort-commands-'))
  const keyFile = join(folder, 'master.key')
  const env: Record<string, string> = { JAWORT_DATA_DIR: folder, LOG_LEVEL: 'silent' }
  let business: Pick<TestBusiness, 'businessId'>
  let mia: string

  beforeAll(async () => {
    const { url, close } = await openTestDatabase()
    await close()
    if (url) env.DATABASE_URL = url
    await inside(async (runtime) => {
      business = await createTestBusiness(runtime, SLUG)
      mia = await meet(contextOf(runtime), '+4915112345678', 'Mia')
    })
  })
  afterEach(() => vi.unstubAllEnvs())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  type Runtime = Awaited<ReturnType<typeof openRuntime>>['runtime']

  /** What another process does with the same installation. */
  async function inside<T>(work: (runtime: Runtime) => Promise<T>, clock: Clock = systemClock): Promise<T> {
    const { runtime, database } = await openRuntime(loadConfig(env), clock)
    try {
      return await work(runtime)
    } finally {
      await runtime.jobs.stop(1_000)
      await database.close()
    }
  }
  const contextOf = (runtime: Runtime) =>
    createContext(runtime, business.businessId, { kind: 'system', job: 'test' })
  const meet = (ctx: Context, phone: string, name: string) =>
    withTransaction(ctx, async (tx) => (await resolveContact(tx, { phone, name })).contactId)
  const nameOf = (id: string) =>
    inside(async (runtime) => (await openContacts(contextOf(runtime), [id])).get(id)?.name)

  /** One command with its exit code and what it prints. */
  async function jawort(
    args: string[],
    more: Record<string, string> = {},
  ): Promise<{ code: number; said: string }> {
    for (const [name, value] of Object.entries({ ...env, ...more })) vi.stubEnv(name, value)
    const said: unknown[] = []
    const spies = (['log', 'error'] as const).map((kind) =>
      vi.spyOn(console, kind).mockImplementation((line: unknown) => void said.push(line)),
    )
    try {
      return { code: await run(args), said: said.join('\n') }
    } finally {
      for (const spy of spies) spy.mockRestore()
      vi.unstubAllEnvs()
    }
  }

  describe('rotate-keys', () => {
    it('C-48: says how it is used, when it is not said which keys', async () => {
      for (const args of [[], ['--master', '--businesses']]) {
        const { code, said } = await jawort(['rotate-keys', ...args])
        expect(code).toBe(2)
        expect(said).toContain('Use: jawort rotate-keys --master')
      }
    })

    it('C-48: --master replaces the key in the data folder; people stay readable and the old key opens nothing', async () => {
      const before = readFileSync(keyFile, 'utf8').trim()
      const { code, said } = await jawort(['rotate-keys', '--master'])
      expect(code, said).toBe(0)
      expect(said).toMatch(/^The master key was replaced; [1-9]\d* keys were wrapped anew\./)
      const after = readFileSync(keyFile, 'utf8').trim()
      expect(after).not.toBe(before)
      expect(said).not.toContain(after)
      expect(existsSync(`${keyFile}.previous`)).toBe(false)
      expect(await nameOf(mia)).toBe('Mia')
      const old = await jawort(['migrate'], { JAWORT_MASTER_KEY: before })
      expect(old.code).toBe(1)
      expect(old.said).toContain('This is not the master key that the database was made with')
    })

    it('C-48: --master with a key from the environment wants the new one beside the old one', async () => {
      const before = readFileSync(keyFile, 'utf8').trim()
      const fresh = Buffer.alloc(32, 33).toString('base64')
      const alone = await jawort(['rotate-keys', '--master'], { JAWORT_MASTER_KEY: before })
      expect(alone.code).toBe(1)
      expect(alone.said).toContain('the old one as JAWORT_PREVIOUS_MASTER_KEY')
      const both = { JAWORT_MASTER_KEY: fresh, JAWORT_PREVIOUS_MASTER_KEY: before }
      const { code, said } = await jawort(['rotate-keys', '--master'], both)
      expect(code, said).toBe(0)
      expect(said).toContain('JAWORT_PREVIOUS_MASTER_KEY can go with the next restart.')
      // The operator keeps it where it was.
      writeFileSync(keyFile, `${fresh}\n`)
      expect(await nameOf(mia)).toBe('Mia')
    })

    it('C-48: --businesses replaces the key of the one that is named, once every process knows the next one', async () => {
      const keyOf = () =>
        inside(async ({ db }) => {
          const row = await db.selectFrom('business_key').select('wrapped').executeTakeFirstOrThrow()
          return Buffer.from(row.wrapped)
        })
      const before = await keyOf()
      // The wait of two minutes was begun by a command that was broken off.
      const clock = new ManualClock(new Date(Date.now() - 3 * MINUTE).toISOString())
      await inside((runtime) => prepareKey(contextOf(runtime)), clock)
      const { code, said } = await jawort(['rotate-keys', '--businesses', '--business', SLUG])
      expect(code, said).toBe(0)
      expect(said).toBe(`${SLUG}: new key, 1 people wrapped anew.`)
      expect((await keyOf()).equals(before)).toBe(false)
      expect(await nameOf(mia)).toBe('Mia')
    })
  })

  describe('replay-shredded', () => {
    it('C-59: says how it is used, and refuses a file that is no list', async () => {
      const bare = await jawort(['replay-shredded'])
      expect(bare).toEqual({ code: 2, said: 'Use: jawort replay-shredded <file>' })
      const letter = join(folder, 'letter.txt')
      writeFileSync(letter, 'Dear data protection officer\n')
      const other = await jawort(['replay-shredded', letter])
      expect(other).toEqual({ code: 2, said: `There is no line of a list of destroyed keys in ${letter}.` })
    })

    it('C-59: erases again whom the list names, nobody else, and once is enough', async () => {
      const { businessId } = business
      const anna = await inside((runtime) => meet(contextOf(runtime), '+4915112345679', 'Anna'))
      const list = join(folder, 'list.txt')
      const digest = shredDigest(businessId, 'person', anna)
      writeFileSync(list, formatShredded([{ businessId, kind: 'person', digest, at: new Date() }]))
      const first = await jawort(['replay-shredded', list])
      expect(first).toEqual({
        code: 0,
        said: '1 keys on the list, 1 of them new here; 1 people erased again.',
      })
      expect(await nameOf(anna)).toBeNull()
      expect(await nameOf(mia)).toBe('Mia')
      const again = await jawort(['replay-shredded', list])
      expect(again).toEqual({
        code: 0,
        said: '1 keys on the list, 0 of them new here; 0 people erased again.',
      })
    })
  })
})
