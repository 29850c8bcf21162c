import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getBusiness, setBusinessState } from '../businesses/index.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import type { Application } from './application.ts'
import { applyForAdmission, saveApplication } from './apply.ts'
import { decideAdmission } from './decide.ts'
import { findAdmission, writeAdmission } from './store.ts'

const WHOLE: Application = {
  vertical: 'retail',
  registration: 'HRB 12345 B, Amtsgericht Charlottenburg',
  listOrigin: 'none',
  listOriginText: '',
  sampleTexts: ['Neue Monstera sind da, sieh sie dir an.', 'Dein Gutschein gilt noch bis Sonntag.'],
  contactName: 'Alex Sommer',
  contactEmail: 'alex@blatt.example',
}

describe('deciding about an application', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  const as = (actor: Actor) => createContext(runtime, business.businessId, actor)
  const member = (role: Role) => as({ kind: 'member', memberId: newId(), role })
  const key = (role: Role) => as({ kind: 'apiKey', keyId: newId(), role })

  beforeAll(async () => {
    runtime = await createTestRuntime({ GRAPH_BASE_URL: 'http://127.0.0.1:9' })
    business = await createTestBusiness(runtime)
  })
  afterAll(() => runtime.close())
  beforeEach(async () => {
    await runtime.db.deleteFrom('admission').execute()
    await runtime.db.updateTable('business').set({ imprint_url: 'https://blatt.example/impressum' }).execute()
    await withTransaction(member('owner'), (tx) => setBusinessState(tx, 'trial'))
    await saveApplication(member('owner'), WHOLE)
  })
  const states = async () => [
    (await getBusiness(member('owner'))).state,
    (await findAdmission(member('owner')))?.state,
  ]
  const yes = { approve: true, reason: 'Everything was looked at.' }

  it('C-70: a refusal lets nobody in', async () => {
    await applyForAdmission(member('owner'))
    await decideAdmission(member('dpo'), { approve: false, reason: 'The samples name no sender.' })
    expect(await states()).toEqual(['trial', 'refused'])
  })

  it('C-70: a program neither applies nor decides, whatever its key may do otherwise; nor does who only sends', async () => {
    await expect(applyForAdmission(key('owner'))).rejects.toMatchObject({ code: 'person_needed' })
    await applyForAdmission(member('owner'))
    for (const ctx of [key('owner'), key('dpo')])
      await expect(decideAdmission(ctx, yes)).rejects.toMatchObject({ code: 'person_needed' })
    for (const role of ['marketer', 'agent'] as const)
      await expect(decideAdmission(member(role), yes)).rejects.toMatchObject({ code: 'role_missing' })
    expect(await states()).toEqual(['trial', 'applied'])
  })

  it('C-70: what WhatsApp has forbidden since the application stops the approval', async () => {
    await applyForAdmission(member('owner'))
    const kept = await findAdmission(member('owner'))
    if (!kept) throw new Error('nothing was applied for')
    await withTransaction(member('owner'), (tx) =>
      writeAdmission(tx, { ...kept, application: { ...WHOLE, vertical: 'gambling' } }),
    )
    await expect(decideAdmission(member('dpo'), yes)).rejects.toMatchObject({ code: 'door_closed' })
    expect(await states()).toEqual(['trial', 'applied'])
  })
})
