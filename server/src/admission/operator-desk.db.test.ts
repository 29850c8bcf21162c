import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContext, newId } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'
import { decideAdmission } from './decide.ts'
import { mailAdmission, mailAdmissionJob } from './mail.ts'

const WHOLE = {
  vertical: 'retail',
  registration: 'HRB 12345 B, Amtsgericht Charlottenburg',
  listOrigin: 'own_opt_in',
  listOriginText: 'Anmeldung im Laden und im Shop, mit Rückfrage im Chat.',
  sampleTexts: ['Neue Monstera sind da, sieh sie dir an.', 'Dein Gutschein gilt noch bis Sonntag.'],
  contactName: 'Alex Sommer',
  contactEmail: 'alex@blatt.example',
}

describe('the operator at the door', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let mail: MailServer
  let business: TestBusiness
  let slug: string
  let owner: string
  let operator: string
  /** Who operates the installation and owns the business. */
  let both: string

  beforeAll(async () => {
    mail = await startMailServer()
    runtime = await createTestRuntime({
      GRAPH_BASE_URL: 'http://127.0.0.1:9',
      JAWORT_SMTP_URL: mail.url,
      JAWORT_SMTP_FROM: 'jawort@haus.example',
    })
    runtime.jobs.on(mailAdmissionJob, mailAdmission)
    await runtime.jobs.prepare()
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
    const { businessId } = business
    owner = await web.signIn({ email: 'owner@blatt.example', businessId, role: 'owner' })
    await web.signIn({ email: 'dpo@blatt.example', businessId, role: 'dpo' })
    await web.signIn({ email: 'texte@blatt.example', businessId, role: 'marketer' })
    operator = await web.signIn({ email: 'betrieb@haus.example', operator: true })
    both = await web.signIn({ email: 'beides@haus.example', operator: true, businessId, role: 'owner' })
    slug = (await runtime.db.selectFrom('business').select('slug').executeTakeFirstOrThrow()).slug
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
    await mail.close()
  })
  beforeEach(async () => {
    await runtime.db.deleteFrom('admission').execute()
    await runtime.db.deleteFrom('notification').execute()
    await runtime.jobs.drain(runtime)
    mail.received.length = 0
    await runtime.db
      .updateTable('business')
      .set({ state: 'trial', imprint_url: 'https://blatt.example/impressum' })
      .execute()
  })

  const inBusiness = (method: 'PUT' | 'POST', path: string, cookie: string, body?: object) =>
    web.send({
      method,
      url: `/api/v1/admission${path}`,
      cookie,
      businessId: business.businessId,
      ...(body && { body }),
    })
  const apply = async (cookie = owner) => {
    await inBusiness('PUT', '', cookie, WHOLE)
    expect((await inBusiness('POST', '/apply', cookie)).statusCode).toBe(200)
  }
  const desk = (path = '', body?: object, cookie = operator) =>
    web.send({
      method: body ? 'POST' : 'GET',
      url: `/api/v1/operator/admissions${path}`,
      cookie,
      language: 'en',
      ...(body && { body }),
    })
  const mailed = async () => {
    await runtime.jobs.drain(runtime)
    return mail.received.map(({ to }) => to[0]).sort()
  }
  const yes = { approve: true, reason: 'Register and imprint were looked up.' }

  it('C-70: the operator sees who waits, reads what was said, and decides; how it went stays readable', async () => {
    expect((await desk()).json()).toMatchObject([{ slug, state: 'none', business: 'trial', cap: 50 }])
    await apply()
    expect((await desk()).json()).toMatchObject([{ slug, state: 'applied', vertical: 'Retail' }])
    const file = (await desk(`/${slug}`)).json()
    expect(file.admission).toMatchObject({
      state: 'applied',
      application: WHOLE,
      appliedByMe: false,
      cap: 50,
    })
    expect(file.history).toMatchObject([{ what: 'applied', by: 'owner@blatt.example', reason: null }])
    const decided = (await desk(`/${slug}/decision`, yes)).json()
    expect(decided.admission).toMatchObject({ state: 'approved', business: 'live', decidedBy: 'operator' })
    expect(decided.history[0]).toMatchObject({
      what: 'approved',
      by: 'betrieb@haus.example',
      reason: yes.reason,
    })
    expect((await desk()).json()).toMatchObject([{ state: 'approved', cap: null }])
  })

  it('C-70: the history tells who has left from what was decided at the command line', async () => {
    const { businessId } = business
    await apply(await web.signIn({ email: 'geht@blatt.example', businessId, role: 'owner' }))
    const line = createContext(runtime, businessId, { kind: 'system', job: 'cli.admission' })
    await decideAdmission(line, yes)
    const history = async () => (await desk(`/${slug}`)).json().history.slice(0, 2)
    const decided = { what: 'approved', by: null, atCommandLine: true }
    expect(await history()).toMatchObject([
      decided,
      { what: 'applied', by: 'geht@blatt.example', atCommandLine: false },
    ])
    const account = runtime.db.selectFrom('account').select('id').where('email', '=', 'geht@blatt.example')
    await runtime.db.deleteFrom('member').where('account_id', 'in', account).execute()
    expect(await history()).toMatchObject([decided, { what: 'applied', by: null, atCommandLine: false }])
  })

  it('C-70: whoever applied does not decide, as the operator either', async () => {
    await apply(both)
    expect((await desk(`/${slug}`, undefined, both)).json().admission.appliedByMe).toBe(true)
    const own = await desk(`/${slug}/decision`, yes, both)
    expect(own.statusCode).toBe(403)
    expect(own.json()).toMatchObject({ code: 'self_approval' })
    expect((await desk(`/${slug}/decision`, yes)).statusCode).toBe(200)
  })

  it('C-70: nor after leaving the business, or coming back to it as another member', async () => {
    const { businessId } = business
    const account = { email: 'wieder@haus.example', operator: true }
    const again = await web.signIn({ ...account, businessId, role: 'owner' })
    await apply(again)
    const own = runtime.db.selectFrom('account').select('id').where('email', '=', account.email)
    const { id } = await own.executeTakeFirstOrThrow()
    await runtime.db.deleteFrom('member').where('account_id', '=', id).execute()
    const left = await desk(`/${slug}/decision`, yes, again)
    expect(left.json()).toMatchObject({ code: 'self_approval' })
    await runtime.db
      .insertInto('member')
      .values({
        business_id: businessId,
        member_id: newId(),
        account_id: id,
        role: 'dpo',
        created_at: runtime.clock.now(),
      })
      .execute()
    const back = await inBusiness('POST', '/decision', again, yes)
    expect(back.json()).toMatchObject({ code: 'self_approval' })
    await runtime.db.deleteFrom('member').where('account_id', '=', id).execute()
    await runtime.db.updateTable('account').set({ operator: false }).where('id', '=', id).execute()
  })

  it('C-70: nobody but operators gets to the desk', async () => {
    await apply()
    for (const path of ['', `/${slug}`]) expect((await desk(path, undefined, owner)).statusCode).toBe(403)
    expect((await desk(`/${slug}/decision`, yes, owner)).json()).toMatchObject({ code: 'operator_only' })
    expect((await desk('/nobody')).statusCode).toBe(404)
  })

  it('C-70: whoever may decide hears of an application by mail and bell; whoever asked, of the decision', async () => {
    await apply()
    expect(await mailed()).toEqual(['beides@haus.example', 'betrieb@haus.example', 'dpo@blatt.example'])
    const texts = mail.received.map(({ source }) => source)
    expect(texts.filter((text) => text.includes(`/admissions/${slug}`))).toHaveLength(1)
    for (const text of texts) expect(text).not.toContain(WHOLE.contactName)
    mail.received.length = 0
    await desk(`/${slug}/decision`, { approve: false, reason: 'The samples name no sender.' })
    expect(await mailed()).toEqual(['beides@haus.example', 'owner@blatt.example'])
    expect(mail.received[0]?.source).toContain('The samples name no sender.')
    const told = await runtime.db
      .selectFrom('notification')
      .select(['kind', 'entity'])
      .orderBy('at')
      .execute()
    expect(told.map(({ kind }) => kind).sort()).toEqual(['admission.applied', 'admission.refused'])
  })

  it('C-70: a mail is not sent any more once it was decided', async () => {
    await apply()
    await desk(`/${slug}/decision`, yes)
    expect(await mailed()).toEqual(['beides@haus.example', 'owner@blatt.example'])
  })
})
