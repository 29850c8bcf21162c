import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContext } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'
import { CHECKS } from './application.ts'
import { decideAdmission } from './decide.ts'
import { LIST_ORIGINS, listOriginOf, VERTICALS, verticalOf } from './verticals.ts'

const WHOLE = {
  vertical: 'retail',
  registration: 'HRB 12345 B, Amtsgericht Charlottenburg',
  listOrigin: 'own_opt_in',
  listOriginText: 'Anmeldung im Laden und im Shop, mit Rückfrage im Chat.',
  sampleTexts: ['Neue Monstera sind da, sieh sie dir an.', 'Dein Gutschein gilt noch bis Sonntag.'],
  contactName: 'Alex Sommer',
  contactEmail: 'alex@blatt.example',
} as const

describe('the door', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  let owner: string
  let other: string

  beforeAll(async () => {
    runtime = await createTestRuntime({ GRAPH_BASE_URL: 'http://127.0.0.1:9' })
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
    const { businessId } = business
    owner = await web.signIn({ email: 'owner@blatt.example', businessId, role: 'owner' })
    other = await web.signIn({ email: 'dpo@blatt.example', businessId, role: 'dpo' })
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })
  beforeEach(async () => {
    await runtime.db.deleteFrom('admission').execute()
    await runtime.db
      .updateTable('business')
      .set({ state: 'trial', imprint_url: 'https://blatt.example/impressum' })
      .execute()
  })

  const call = (method: 'GET' | 'PUT' | 'POST', path: string, body?: object, cookie = owner) =>
    web.send({
      method,
      url: `/api/v1/admission${path}`,
      cookie,
      businessId: business.businessId,
      language: 'en',
      ...(body && { body }),
    })
  const stateNow = async () => {
    const view = (await call('GET', '')).json()
    return [view.business, view.state]
  }
  const apply = async (change: object = {}) => {
    await call('PUT', '', { ...WHOLE, ...change })
    return call('POST', '/apply')
  }
  const yes = { approve: true, reason: 'Everything was looked at.' }

  it('C-70: applies, is decided by another member, and is live; its cap is gone', async () => {
    expect((await call('GET', '')).json()).toMatchObject({ state: 'none', cap: 50, business: 'trial' })
    expect((await apply()).json()).toMatchObject({ state: 'applied', appliedByMe: true })
    const decided = await call('POST', '/decision', yes, other)
    expect(decided.json()).toMatchObject({ state: 'approved', decidedBy: 'member', appliedByMe: false })
    expect(await stateNow()).toEqual(['live', 'approved'])
    expect((await call('PUT', '', WHOLE)).json()).toMatchObject({ code: 'already_admitted' })
  })

  it('C-70: nobody approves their own application: 403, and the business stays on trial', async () => {
    await apply()
    const own = await call('POST', '/decision', yes)
    expect(own.statusCode).toBe(403)
    expect(own.json()).toMatchObject({ code: 'self_approval' })
    expect(await stateNow()).toEqual(['trial', 'applied'])
  })

  it.each([
    ['legal_entity', { registration: '' }],
    ['vertical', { vertical: '' }],
    ['list_origin', { listOriginText: 'selbst' }],
    ['sample_texts', { sampleTexts: ['Nur ein einziger Beispieltext.'] }],
    ['contact_person', { contactEmail: '' }],
  ] as const)('C-70: without %s it stays on trial, and the cure is named', async (check, change) => {
    const answer = await apply(change)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      code: 'application_incomplete',
      fields: { [check]: expect.any(String) },
    })
    expect(await stateNow()).toEqual(['trial', 'draft'])
  })

  it('C-70: what goes missing after the application stops the approval', async () => {
    await apply()
    await runtime.db.updateTable('business').set({ imprint_url: null }).execute()
    const late = await call('POST', '/decision', yes, other)
    expect(late.json()).toMatchObject({
      code: 'application_incomplete',
      fields: { imprint: expect.any(String) },
    })
    expect(await stateNow()).toEqual(['trial', 'applied'])
  })

  it('C-70: prohibited verticals and bought lists are turned away with the reason', async () => {
    for (const change of [{ vertical: 'gambling' }, { listOrigin: 'bought' }] as const) {
      const answer = await apply(change)
      expect(answer.statusCode).toBe(409)
      expect(answer.json()).toMatchObject({ code: 'door_closed' })
      expect(answer.json<{ detail: string }>().detail.length).toBeGreaterThan(40)
      expect((await call('GET', '')).json<{ refusal: string }>().refusal).toBe(answer.json().detail)
    }
    expect(VERTICALS.filter((key) => verticalOf(key).refusal !== null).length).toBeGreaterThan(10)
    expect(LIST_ORIGINS.filter((key) => listOriginOf(key).refusal !== null)).toEqual(['bought'])
  })

  it('C-70: a refusal has a reason, and the business may apply again', async () => {
    await apply()
    await call('POST', '/decision', { approve: false, reason: 'The samples name no sender.' }, other)
    expect((await call('GET', '')).json()).toMatchObject({
      state: 'refused',
      reason: 'The samples name no sender.',
    })
    expect((await call('POST', '/decision', yes, other)).json()).toMatchObject({ code: 'nothing_applied' })
    expect((await apply()).json()).toMatchObject({ state: 'applied', reason: null })
  })

  it('C-70: a single person is let in at the command line, and it is kept that it was there', async () => {
    await apply()
    const line = createContext(runtime, business.businessId, { kind: 'system', job: 'cli.admission' })
    await decideAdmission(line, yes)
    expect((await call('GET', '')).json()).toMatchObject({ state: 'approved', decidedBy: 'command_line' })
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'admission.approve')
      .execute()
    expect(JSON.stringify(audit)).toContain('command_line')
    const row = await runtime.db.selectFrom('admission').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(WHOLE.contactEmail)
    expect(CHECKS.length).toBe(6)
  })
})
