import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onNotified } from '../integrations/index.ts'
import { createContext, HOUR, MINUTE, newId, type Role, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { mailAlerts, queueAlertMails } from './alert-mail.ts'
import { getAlertSettings, setAlertSettings } from './alert-settings.ts'
import { subjectOf } from './alert-subjects.ts'
import { notified, notify, type Severity } from './notify.ts'

describe('alerts', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let mail: MailServer
  beforeAll(async () => {
    mail = await startMailServer()
    runtime = await createTestRuntime({
      JAWORT_SMTP_URL: mail.url,
      JAWORT_SMTP_FROM: 'jawort@blatt.example',
    })
    runtime.hooks.on(notified, queueAlertMails)
    runtime.hooks.on(notified, onNotified)
  })
  afterAll(async () => {
    await runtime.close()
    await mail.close()
  })
  beforeEach(async () => {
    business = await createTestBusiness(runtime)
    mail.received.length = 0
    mail.refuse = undefined
  })

  async function member(role: Role) {
    const memberId = newId()
    const email = `${role}-${memberId.slice(-6)}@blatt.example`
    const now = runtime.clock.now()
    await runtime.db
      .insertInto('account')
      .values({ id: memberId, name: role, email, created_at: now, updated_at: now })
      .execute()
    await runtime.db
      .insertInto('member')
      .values({
        business_id: business.businessId,
        member_id: memberId,
        account_id: memberId,
        role,
        created_at: now,
      })
      .execute()
    const ctx = createContext(runtime, business.businessId, { kind: 'member', memberId, role })
    return { ctx, email }
  }
  const say = (kind: string, severity: Severity, entityId: string, data: Record<string, unknown> = {}) =>
    withTransaction(business.ctx, (tx) =>
      notify(tx, { kind, severity, entity: kind.split('.')[0] ?? '', entityId, data }),
    )
  /** To whom, and what for. */
  const mails = () =>
    mail.received.map(({ to, source }) => ({
      to: to[0],
      subject: subjectIn(source),
      source,
    }))
  const to = (email: string) => mails().filter((each) => each.to === email)
  const pass = async (ms: number) => {
    runtime.clock.advance(ms)
    await mailAlerts(runtime)
  }

  it('C-65: reach the members whose role asks for them, together, and nobody else', async () => {
    const [owner, agent] = [await member('owner'), await member('agent')]
    await say('channel.quality', 'critical', 'c', { name: 'Shop', before: 'GREEN', after: 'RED' })
    for (const id of ['a', 'b']) await say('campaign.paused', 'warning', id, { name: id, reason: 'x' })
    await say('channel.limit', 'success', 'c')
    await pass(MINUTE - 1)
    expect(mail.received).toEqual([])
    await pass(1)
    expect(to(owner.email)).toHaveLength(1)
    expect(to(owner.email)[0]?.subject).toBe('Blattwerk: 3 Meldungen')
    expect(mail.received[0]?.source).toContain('Shop')
    expect(to(agent.email)).toEqual([])
  })

  it('come once an hour for the same kind and thing, however often it happens', async () => {
    const { email } = await member('marketer')
    for (let time = 0; time < 11; time++) {
      await say('template.paused', 'warning', 't', { name: 'neues' })
      await say('campaign.paused', 'critical', 'a', { name: 'A', reason: 'x' })
      await pass(5 * MINUTE)
    }
    expect(to(email)).toHaveLength(1)
    await pass(11 * MINUTE)
    expect(to(email)).toHaveLength(2)
    expect(to(email)[1]?.source).toContain('(10')
    await pass(3 * HOUR)
    expect(to(email)).toHaveLength(2)
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from alert_mail where business_id = ${business.businessId} and mailed_at is null`.execute(
      runtime.db,
    )
    expect(rows).toEqual([{ open: 0 }])
  })

  it('come once a day in the morning to who wants it so, and not at all to who does not', async () => {
    const [daily, never] = [await member('owner'), await member('owner')]
    await setAlertSettings(daily.ctx, { ways: [{ subject: 'quality', way: 'daily' }] })
    await setAlertSettings(never.ctx, { ways: [{ subject: 'quality', way: 'off' }] })
    expect((await getAlertSettings(daily.ctx)).ways.filter((each) => !each.byDefault)).toEqual([
      { subject: 'quality', way: 'daily', byDefault: false },
    ])
    for (const id of ['a', 'b']) await say('template.paused', 'warning', id, { name: id })
    await pass(5 * HOUR)
    expect(mail.received).toEqual([])
    await pass(24 * HOUR)
    expect(to(daily.email)).toHaveLength(1)
    expect(to(never.email)).toEqual([])
  })

  it('wait for a mail server that refuses, and arrive once', async () => {
    const { email } = await member('owner')
    mail.refuse = '450 later'
    await say('channel.state', 'critical', 'c', { name: 'Shop', before: 'connected', after: 'banned' })
    await pass(MINUTE)
    mail.refuse = undefined
    await pass(MINUTE)
    expect(to(email)).toEqual([])
    await pass(15 * MINUTE)
    await pass(HOUR)
    expect(to(email)).toHaveLength(1)
  })

  it('tell endpoints that ask for them once an hour, or when it gets worse, and never about a person', async () => {
    const now = runtime.clock.now()
    await sql`insert into endpoint (business_id, endpoint_id, name, url, events, state, secret_sealed, created_at, updated_at)
      values (${business.businessId}, ${newId()}, 'Ops', 'https://ops.example/', '{standing.alert}', 'on', '\\x00', ${now}, ${now})`.execute(
      runtime.db,
    )
    for (const severity of ['warning', 'warning', 'critical', 'critical', 'warning'] as const)
      await say('channel.quality', severity, 'c', { name: 'Shop', before: 'GREEN', after: 'RED' })
    await say('contact.age_hint', 'warning', newId())
    await say('endpoint.dead', 'warning', newId())
    await say('privacy.access', 'warning', newId())
    const { rows } = await sql<{ content: object; contact_id: string | null }>`
      select content, contact_id from delivery where business_id = ${business.businessId} order by delivery_id`.execute(
      runtime.db,
    )
    const told = { kind: 'channel.quality', entity: 'channel', entityId: 'c', before: 'GREEN', after: 'RED' }
    expect(rows).toEqual([
      { content: { ...told, severity: 'warning' }, contact_id: null },
      { content: { ...told, severity: 'critical' }, contact_id: null },
    ])
  })

  it('leave breaches to their own clock', () => {
    expect([subjectOf('breach.due'), subjectOf('channel.quality'), subjectOf('new.kind')]).toEqual([
      null,
      'quality',
      'technical',
    ])
  })
})

/** The subject as people read it; encoded words (RFC 2047) are decoded. */
function subjectIn(source: string): string {
  const raw = /^Subject: ((?:.*)(?:\r\n[ \t].*)*)/m.exec(source)?.[1] ?? ''
  return raw
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString('utf8'),
    )
}
