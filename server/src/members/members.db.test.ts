import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, newId } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { cookiesOf, createTestWeb, type TestWeb } from '../testing/web.ts'

const PASSWORD = 'a-long-enough-password'

/** Signing in and working together, through the HTTP server as the pages use it. */
describe('members', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  let other: TestBusiness
  let owner: string

  beforeAll(async () => {
    runtime = await createTestRuntime()
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
    other = await createTestBusiness(runtime)
    owner = await web.signIn({ email: 'owner@blatt.example', businessId: business.businessId, role: 'owner' })
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })

  const asOwner = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) =>
    web.send({
      method,
      url: `/api/v1${url}`,
      cookie: owner,
      businessId: business.businessId,
      ...(body ? { body } : {}),
    })
  const members = async () =>
    (await asOwner('GET', '/members')).json<{ id: string; email: string; role: string }[]>()
  const memberOf = async (email: string) => (await members()).find((member) => member.email === email)
  const signInWith = (email: string, password: string) =>
    web.send({ method: 'POST', url: '/api/auth/sign-in/email', body: { email, password } })
  const accept = (token: string, name = 'Neu', password = PASSWORD) =>
    web.send({
      method: 'POST',
      url: '/api/v1/public/invitations/accept',
      body: { token, name, password },
    })
  const invite = async (email: string, role = 'agent') => {
    const response = await asOwner('POST', '/invitations', { email, role })
    expect(response.statusCode).toBe(201)
    const { id, link } = response.json<{ id: string; link: string }>()
    return { id, token: link.split('/').at(-1) ?? '' }
  }

  describe('signing in', () => {
    it('works with a password, and says who one is', async () => {
      await web.signIn({
        email: 'pw@blatt.example',
        businessId: business.businessId,
        role: 'marketer',
        password: PASSWORD,
      })
      const response = await signInWith('pw@blatt.example', PASSWORD)
      expect(response.statusCode).toBe(200)
      const cookie = cookiesOf(response)
      expect(response.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
      const me = await web.send({ url: '/api/v1/me', cookie })
      expect(me.json()).toMatchObject({
        account: { email: 'pw@blatt.example', operator: false },
        businesses: [{ id: business.businessId, role: 'marketer' }],
      })
    })

    it('refuses a wrong password and an unknown address alike, and starts no session', async () => {
      const wrong = await signInWith('pw@blatt.example', 'not-the-password')
      const unknown = await signInWith('nobody@blatt.example', PASSWORD)
      expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
      expect(wrong.body).toBe(unknown.body)
      expect([wrong.cookies, unknown.cookies]).toEqual([[], []])
    })

    it('works with a link, once', async () => {
      const link = await web.linkFor('owner@blatt.example')
      const first = await web.api.inject(link)
      expect((await web.send({ url: '/api/v1/me', cookie: cookiesOf(first) })).statusCode).toBe(200)
      const second = await web.api.inject(link)
      expect((await web.send({ url: '/api/v1/me', cookie: cookiesOf(second) })).statusCode).toBe(401)
    })

    it('makes no account: not by a form, not by a link to an unknown address', async () => {
      const accounts = () => runtime.db.selectFrom('account').select('id').execute()
      const before = await accounts()
      const response = await web.send({
        method: 'POST',
        url: '/api/auth/sign-up/email',
        body: { email: 'stranger@blatt.example', password: PASSWORD, name: 'Stranger' },
      })
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      await web.api.inject(await web.linkFor('stranger@blatt.example'))
      expect(await accounts()).toEqual(before)
    })

    it('is needed: without it the answer is 401, and a made-up session is none', async () => {
      for (const cookie of [undefined, 'jawort.session_token=made-up.signature']) {
        const response = await web.send({
          url: '/api/v1/members',
          businessId: business.businessId,
          ...(cookie ? { cookie } : {}),
        })
        expect(response.statusCode).toBe(401)
        expect(response.json()).toMatchObject({ code: 'sign_in' })
      }
    })

    it('keeps neither passwords nor session addresses readable', async () => {
      const credentials = await runtime.db.selectFrom('account_credential').selectAll().execute()
      expect(JSON.stringify(credentials)).not.toContain(PASSWORD)
      const sessions = await runtime.db.selectFrom('account_session').selectAll().execute()
      expect(sessions.length).toBeGreaterThan(0)
      expect(sessions.every((session) => !session.ip_address)).toBe(true)
    })
  })

  describe('the business of a request', () => {
    it.each([
      ['somebody else’s', () => other.businessId],
      ['one that does not exist', () => newId()],
      ['no id at all', () => 'blattwerk'],
    ])('is not found when it is %s', async (_name, id) => {
      const response = await web.send({ url: '/api/v1/members', cookie: owner, businessId: id() })
      expect(response.statusCode).toBe(404)
      expect(response.json()).toMatchObject({ code: 'business_not_found' })
    })

    it('may come from the address, for downloads', async () => {
      const url = `/api/v1/members?business=${business.businessId}`
      expect((await web.send({ url, cookie: owner })).statusCode).toBe(200)
      const foreign = `/api/v1/members?business=${other.businessId}`
      expect((await web.send({ url: foreign, cookie: owner })).statusCode).toBe(404)
    })
  })

  describe('invitations', () => {
    it('make a member who signs in with the password they chose', async () => {
      const { token } = await invite('Neu@Blatt.example', 'agent')
      const response = await accept(token)
      expect(response.json()).toEqual({ email: 'neu@blatt.example' })
      expect(await memberOf('neu@blatt.example')).toMatchObject({ role: 'agent', name: 'Neu' })
      expect((await signInWith('neu@blatt.example', PASSWORD)).statusCode).toBe(200)
    })

    it('work once', async () => {
      const { token } = await invite('once@blatt.example')
      expect((await accept(token)).statusCode).toBe(200)
      const again = await accept(token, 'Mallory', 'another-password')
      expect(again.statusCode).toBe(404)
      expect(again.json()).toMatchObject({ code: 'invitation_invalid' })
      expect((await signInWith('once@blatt.example', 'another-password')).statusCode).toBe(401)
    })

    it('work once when used twice at the same moment', async () => {
      const { token } = await invite('race@blatt.example')
      const both = await Promise.all([accept(token), accept(token)])
      expect(both.map((response) => response.statusCode).sort()).toEqual([200, 404])
    })

    it('end after a week, and when they are taken back', async () => {
      const { token: old } = await invite('late@blatt.example')
      const { token, id } = await invite('revoked@blatt.example')
      expect((await asOwner('DELETE', `/invitations/${id}`)).statusCode).toBe(204)
      expect((await accept(token)).statusCode).toBe(404)
      runtime.clock.advance(7 * DAY + MINUTE)
      expect((await accept(old)).statusCode).toBe(404)
      expect((await asOwner('GET', '/invitations')).json()).toEqual([])
      runtime.clock.advance(-7 * DAY - MINUTE)
      expect(await memberOf('late@blatt.example')).toBeUndefined()
    })

    it('are listed without their link, of which only a digest is kept', async () => {
      const { token, id } = await invite('listed@blatt.example')
      const list = await asOwner('GET', '/invitations')
      expect(list.json()).toContainEqual(expect.objectContaining({ id, email: 'listed@blatt.example' }))
      expect(list.body).not.toContain(token)
      const rows = await runtime.db.selectFrom('invitation').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(token)
      expect(JSON.stringify(rows)).toContain(createHash('sha256').update(token).digest('base64url'))
      await asOwner('DELETE', `/invitations/${id}`)
    })

    it('cannot take over an account: its owner keeps password and name', async () => {
      await web.signIn({ email: 'victim@elsewhere.example', password: PASSWORD })
      const { token } = await invite('victim@elsewhere.example')
      expect((await accept(token, 'Mallory', 'mallorys-password')).statusCode).toBe(200)
      expect((await signInWith('victim@elsewhere.example', 'mallorys-password')).statusCode).toBe(401)
      expect((await signInWith('victim@elsewhere.example', PASSWORD)).statusCode).toBe(200)
      expect(await memberOf('victim@elsewhere.example')).toMatchObject({ name: 'victim@elsewhere.example' })
    })

    it('refuse short passwords without being used up', async () => {
      const { token } = await invite('short@blatt.example')
      expect((await accept(token, 'Kurz', 'short')).statusCode).toBe(422)
      expect((await accept(token, 'Kurz', PASSWORD)).statusCode).toBe(200)
    })
  })

  describe('the last owner', () => {
    it('stays, until somebody else is one', async () => {
      const own = await memberOf('owner@blatt.example')
      const url = `/members/${own?.id}`
      for (const response of [await asOwner('PATCH', url, { role: 'agent' }), await asOwner('DELETE', url)]) {
        expect(response.statusCode).toBe(409)
        expect(response.json()).toMatchObject({ code: 'last_owner' })
      }
      expect(await memberOf('owner@blatt.example')).toMatchObject({ role: 'owner' })
    })

    it('stays when two owners remove each other at the same moment', async () => {
      const second = await web.signIn({
        email: 'second@blatt.example',
        businessId: business.businessId,
        role: 'owner',
      })
      const [first, next] = [await memberOf('owner@blatt.example'), await memberOf('second@blatt.example')]
      const removals = await Promise.all([
        asOwner('PATCH', `/members/${next?.id}`, { role: 'agent' }),
        web.send({
          method: 'PATCH',
          url: `/api/v1/members/${first?.id}`,
          cookie: second,
          businessId: business.businessId,
          body: { role: 'agent' },
        }),
      ])
      expect(removals.map((response) => response.statusCode).sort()).not.toEqual([200, 200])
      const rows = await runtime.db
        .selectFrom('member')
        .select('role')
        .where('business_id', '=', business.businessId)
        .where('role', '=', 'owner')
        .execute()
      expect(rows.length).toBeGreaterThanOrEqual(1)
      await runtime.db
        .updateTable('member')
        .set({ role: 'owner' })
        .where('member_id', '=', first?.id ?? '')
        .execute()
    })
  })

  it('lose their access with their membership, at once', async () => {
    const cookie = await web.signIn({
      email: 'gone@blatt.example',
      businessId: business.businessId,
      role: 'agent',
    })
    const list = () => web.send({ url: '/api/v1/members', cookie, businessId: business.businessId })
    expect((await list()).statusCode).toBe(200)
    const member = await memberOf('gone@blatt.example')
    expect((await asOwner('DELETE', `/members/${member?.id}`)).statusCode).toBe(204)
    expect((await list()).statusCode).toBe(404)
  })

  it('leave their traces in the audit log, without addresses and links', async () => {
    const response = await asOwner('GET', '/audit?limit=200')
    const actions = response.json<{ items: { action: string }[] }>().items.map((entry) => entry.action)
    for (const action of [
      'member.add',
      'member.remove',
      'member.change_role',
      'invitation.create',
      'invitation.revoke',
    ])
      expect(actions).toContain(action)
    expect(response.body).not.toMatch(/@blatt\.example|@elsewhere/)
  })

  it('have sessions that end', async () => {
    const [session] = await runtime.db.selectFrom('account_session').selectAll().limit(1).execute()
    expect(session?.expires_at.getTime()).toBeLessThan(Date.now() + 8 * DAY)
    expect(session?.expires_at.getTime()).toBeGreaterThan(Date.now() + HOUR)
  })
})
