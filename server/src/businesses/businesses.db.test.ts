import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Context, createContext, newId, ROLES } from '../platform/index.ts'
import { createVault } from '../platform/vault/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { CreateBusinessInput } from './create.ts'
import { type Business, businessCreated, businessKey, createBusiness, getBusiness } from './index.ts'
import { updateBusiness } from './update.ts'

describe('businesses', () => {
  let runtime: TestRuntime
  let operator: Context
  let count = 0
  beforeAll(async () => {
    runtime = await createTestRuntime()
    operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
  })
  afterAll(() => runtime.close())

  const newBusiness = (fields: object = {}): Promise<Business> =>
    createBusiness(operator, { slug: `blatt-${++count}`, name: 'Blatt', legalName: 'Blatt GmbH', ...fields })
  const inside = (businessId: string, actor: Actor = { kind: 'system', job: 'test' }) =>
    createContext(runtime, businessId, actor)

  it('start on trial, in German and in Germany when nothing else is said', async () => {
    expect(await newBusiness()).toMatchObject({
      state: 'trial',
      country: 'DE',
      language: 'de',
      timeZone: 'Europe/Berlin',
      privacyUrl: null,
      imprintUrl: null,
      contactEmail: null,
      dpoEmail: null,
    })
  })

  it('are admitted by the operator alone', async () => {
    const { id } = await newBusiness()
    const actors: Actor[] = [
      ...ROLES.map((role) => ({ kind: 'member', memberId: newId(), role }) as const),
      { kind: 'apiKey', keyId: 'k', role: 'owner' },
      { kind: 'person', contactId: null },
      { kind: 'webhook', source: 'whatsapp' },
    ]
    for (const actor of actors) {
      const creating = createBusiness(inside(id, actor), { slug: 'mine', name: 'M', legalName: 'M' })
      await expect(creating).rejects.toMatchObject({ kind: 'forbidden', code: 'operator_only' })
    }
  })

  it('have short names of their own; a second one of the same name leaves nothing behind', async () => {
    const { slug } = await newBusiness()
    const keys = () => runtime.db.selectFrom('business_key').select('business_id').execute()
    const before = await keys()
    await expect(newBusiness({ slug })).rejects.toMatchObject({ code: 'slug_taken' })
    expect(await keys()).toEqual(before)
  })

  it.each([
    { slug: 'Groß' },
    { slug: '-blatt' },
    { slug: 'b' },
    { country: 'de' },
    { language: 'fr' },
    { timeZone: 'Europe/Atlantis' },
    { privacyUrl: 'datenschutz' },
    { contactEmail: 'anna' },
    { dpoEmail: 'anna' },
    { name: ' ' },
  ])('are refused with %o', (fields) => {
    const good = { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' }
    expect(CreateBusinessInput.safeParse(good).success).toBe(true)
    expect(CreateBusinessInput.safeParse({ ...good, ...fields }).success).toBe(false)
  })

  it('do not come into being when a feature cannot give them their start', async () => {
    const other = await createTestRuntime()
    other.hooks.on(businessCreated, async () => {
      throw new Error('no rates')
    })
    const ctx = createContext(other, '', { kind: 'operator', accountId: 'o' })
    await expect(createBusiness(ctx, { slug: 'x1', name: 'X', legalName: 'X' })).rejects.toThrow('no rates')
    expect(await other.db.selectFrom('business').select('business_id').execute()).toEqual([])
    await other.close()
  })

  it('change what was given and nothing else, by the owner', async () => {
    const { id } = await newBusiness({ language: 'en', country: 'AT', timeZone: 'Europe/Vienna' })
    const owner = inside(id, { kind: 'member', memberId: newId(), role: 'owner' })
    const before = await getBusiness(owner)
    expect(await updateBusiness(owner, { privacyUrl: 'https://blatt.example/privacy' })).toEqual({
      ...before,
      privacyUrl: 'https://blatt.example/privacy',
    })
    expect(await updateBusiness(owner, { privacyUrl: null, name: ' Neu ' })).toEqual({
      ...before,
      name: 'Neu',
    })
    expect(await updateBusiness(owner, {})).toEqual({ ...before, name: 'Neu' })
    for (const role of ['marketer', 'agent', 'dpo'] as const) {
      const member = inside(id, { kind: 'member', memberId: newId(), role })
      await expect(updateBusiness(member, { name: 'X' })).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(getBusiness(inside(newId()))).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('have a key each, which only this installation’s master key opens', async () => {
    const [first, second] = [await newBusiness(), await newBusiness()]
    const key = await businessKey(inside(first.id))
    expect(key.symmetricKeySize).toBe(32)
    expect(key.equals(await businessKey(inside(first.id)))).toBe(true)
    expect(key.equals(await businessKey(inside(second.id)))).toBe(false)
    // After a restart the same key comes out of the database.
    const restarted = { ...runtime }
    expect(key.equals(await businessKey(createContext(restarted, first.id, operator.actor)))).toBe(true)
    const foreign = { ...runtime, vault: createVault(Buffer.alloc(32, 9).toString('base64')) }
    await expect(businessKey(createContext(foreign, first.id, operator.actor))).rejects.toThrow()
  })

  it('cannot be given each other’s keys', async () => {
    const [first, second] = [await newBusiness(), await newBusiness()]
    const row = await runtime.db
      .selectFrom('business_key')
      .select('wrapped')
      .where('business_id', '=', first.id)
      .executeTakeFirstOrThrow()
    await runtime.db.updateTable('business_key').set(row).where('business_id', '=', second.id).execute()
    await expect(businessKey(inside(second.id))).rejects.toThrow()
  })
})
