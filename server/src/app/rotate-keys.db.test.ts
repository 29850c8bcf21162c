import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { businessKey, prepareKey, promoteKey, rewrapBusinessKeys } from '../businesses/index.ts'
import { channelCredentials } from '../channels/index.ts'
import { openContacts, resolveContact, rewrapPersonKeys } from '../contacts/index.ts'
import { type Context, createContext, MINUTE, type Runtime, withTransaction } from '../platform/index.ts'
import { keepOnlyMasterKey, MasterKeyError, masterKeyName, openVault } from '../platform/vault/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, TEST_MASTER_KEY, type TestRuntime } from '../testing/runtime.ts'
import { rotateBusinessKeys } from './rotate-keys.ts'

const NEW_KEY = Buffer.alloc(32, 21).toString('base64')
const WRONG_KEY = Buffer.alloc(32, 22).toString('base64')
const keys = (current: string | undefined, previous?: string) => ({
  current,
  previous,
  place: 'data/master.key',
  make: () => NEW_KEY,
})

describe('keys that are replaced', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let person: string
  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
    person = await meet(business.ctx, '+4915112345678', 'Mia')
  })
  afterAll(() => runtime.close())

  const meet = (ctx: Context, phone: string, name: string) =>
    withTransaction(ctx, async (tx) => (await resolveContact(tx, { phone, name })).contactId)
  /** Another process on the same database, which has read nothing yet. */
  const process = (of: Runtime = runtime) =>
    createContext({ ...of }, business.businessId, { kind: 'system', job: 'test' })
  const nameOf = async (ctx: Context, id = person) => (await openContacts(ctx, [id])).get(id)?.name
  const wrapped = async () =>
    (
      await runtime.db
        .selectFrom('contact_key')
        .select('wrapped')
        .where('business_id', '=', business.businessId)
        .where('contact_id', '=', person)
        .executeTakeFirstOrThrow()
    ).wrapped

  it('C-48: of a business: every process reads everything at every step, whichever key it holds', async () => {
    const slow = process()
    const before = await businessKey(slow)
    const sealedBefore = await wrapped()
    await prepareKey(process())
    const knowing = process()
    expect(await nameOf(knowing)).toBe('Mia')
    await promoteKey(process())
    expect(await promoteKey(process())).toBe(false)
    const quick = process()
    expect((await businessKey(quick)).equals(before)).toBe(false)
    // Those that have not looked again seal with the former key; all read what all write.
    const [bySlow, byQuick] = [
      await meet(knowing, '+4915112345671', 'Lea'),
      await meet(quick, '+4915112345672', 'Ida'),
    ]
    expect(await nameOf(quick, bySlow)).toBe('Lea')
    expect(await nameOf(knowing, byQuick)).toBe('Ida')
    expect((await channelCredentials(quick, business.channelId)).accessToken).toBe('test-token')
    expect(await rewrapPersonKeys(quick)).toBe(2)
    expect(await rewrapPersonKeys(quick)).toBe(0)
    expect(await wrapped()).not.toEqual(sealedBefore)
    expect(await nameOf(knowing)).toBe('Mia')
    // A minute later the slow one has the new key too.
    runtime.clock.advance(2 * MINUTE)
    expect((await businessKey(slow)).equals(await businessKey(quick))).toBe(true)
    expect(await nameOf(slow)).toBe('Mia')
  })

  it('C-48: by the command, which waits until the others know', async () => {
    const said: string[] = []
    const waits: number[] = []
    const before = await businessKey(process())
    await rotateBusinessKeys(runtime, {
      business: undefined,
      pause: async (ms) => {
        waits.push(ms)
        runtime.clock.advance(ms)
      },
      say: (line) => said.push(line),
    })
    expect(waits).toEqual([2 * MINUTE])
    expect(said.at(-1)).toMatch(/new key, 3 people/)
    expect((await businessKey(process())).equals(before)).toBe(false)
    expect(await nameOf(business.ctx)).toBe('Mia')
  })

  it('C-48: the master key: both are let in, the old one alone no longer afterwards', async () => {
    const { db, clock } = runtime
    const old = await openVault(db, keys(TEST_MASTER_KEY), clock)
    const digest = old.digest(business.businessId, 'phone', '+4915112345678')
    await expect(openVault(db, keys(WRONG_KEY), clock)).rejects.toThrow(MasterKeyError)
    await expect(openVault(db, keys(NEW_KEY), clock)).rejects.toThrow(masterKeyName(TEST_MASTER_KEY))
    await expect(openVault(db, keys(undefined), clock)).rejects.toThrow(/is missing.*data\/master\.key/)
    await expect(openVault(db, keys(NEW_KEY, WRONG_KEY), clock)).rejects.toThrow(MasterKeyError)

    const both = await openVault(db, keys(NEW_KEY, TEST_MASTER_KEY), clock)
    expect(both.digest(business.businessId, 'phone', '+4915112345678')).toBe(digest)
    expect(both.derive('auth')).toEqual(old.derive('auth'))
    expect(await nameOf(process({ ...runtime, vault: both }))).toBe('Mia')
    expect(await rewrapBusinessKeys({ db, vault: both })).toBeGreaterThan(1)
    expect(await rewrapBusinessKeys({ db, vault: both })).toBe(0)
    // Before the last step both still work, so it can be broken off here.
    expect(
      await nameOf(
        process({ ...runtime, vault: await openVault(db, keys(NEW_KEY, TEST_MASTER_KEY), clock) }),
      ),
    ).toBe('Mia')
    await keepOnlyMasterKey(db, NEW_KEY)
    const alone = await openVault(db, keys(NEW_KEY), clock)
    expect(await nameOf(process({ ...runtime, vault: alone }))).toBe('Mia')
    expect(alone.digest(business.businessId, 'phone', '+4915112345678')).toBe(digest)
    await expect(openVault(db, keys(TEST_MASTER_KEY), clock)).rejects.toThrow(MasterKeyError)
  })
})

describe('a new database', () => {
  it('C-48: gets a secret of its own, which is not its master key, and the same for all that start together', async () => {
    const runtime = await createTestRuntime()
    try {
      const { db, clock } = runtime
      const vaults = await Promise.all([1, 2, 3].map(() => openVault(db, keys(TEST_MASTER_KEY), clock)))
      const [first, ...others] = vaults.map((vault) => vault.derive('auth').toString('hex'))
      expect(others).toEqual([first, first])
      expect(first).not.toBe(runtime.vault.derive('auth').toString('hex'))
      await db
        .updateTable('vault_key')
        .set({ canary_sealed: Buffer.from('other') })
        .execute()
      await expect(openVault(db, keys(TEST_MASTER_KEY), clock)).rejects.toThrow(/vault_key was changed/)
    } finally {
      await runtime.close()
    }
  })
})
