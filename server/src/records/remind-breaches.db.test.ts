import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { updateBusiness } from '../businesses/update.ts'
import { createContext, HOUR, newId, type Role } from '../platform/index.ts'
import { listNotifications } from '../standing/notifications.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { addToBreach, openBreach } from './breach.ts'
import { saveDuties } from './duties.ts'
import { mailBreachReminder, mailBreachReminderJob } from './mail-reminder.ts'
import { remindBreaches } from './remind-breaches.ts'

/** What the clock of a breach says by itself, before it is over. */
describe('reminders of the breach desk', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let mail: MailServer
  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })

  beforeAll(async () => {
    mail = await startMailServer()
    runtime = await createTestRuntime({
      JAWORT_SMTP_URL: mail.url,
      JAWORT_SMTP_FROM: 'jawort@blatt.example',
    })
    runtime.jobs.on(mailBreachReminderJob, mailBreachReminder)
    await runtime.jobs.prepare()
  })
  afterAll(async () => {
    await runtime.close()
    await mail.close()
  })
  beforeEach(async () => {
    business = await createTestBusiness(runtime)
    mail.received.length = 0
  })

  async function member(role: Role, email: string): Promise<void> {
    const id = newId()
    const now = runtime.clock.now()
    await runtime.db
      .insertInto('account')
      .values({ id, name: email, email, created_at: now, updated_at: now })
      .execute()
    await runtime.db
      .insertInto('member')
      .values({ business_id: business.businessId, member_id: id, account_id: id, role, created_at: now })
      .execute()
  }
  const open = () =>
    openBreach(as('dpo'), {
      knownAt: runtime.clock.now().toISOString(),
      what: 'Ein Notebook wurde gestohlen.',
    })
  /** What the member of this role was told of the breach, oldest first. */
  const told = async (role: Role = 'dpo') => {
    await remindBreaches(runtime)
    const { items } = await listNotifications(as(role), {}, 'de')
    return items
      .filter(({ entity }) => entity === 'breach')
      .map(({ kind, data }) => `${kind} ${data.hours}`)
      .reverse()
  }

  it('C-55: come 48 and 66 hours after somebody knew, once each, and when the 72 are over', async () => {
    await open()
    runtime.clock.advance(48 * HOUR - 1)
    expect(await told()).toEqual([])
    runtime.clock.advance(1)
    expect(await told()).toEqual(['breach.due 24'])
    runtime.clock.advance(18 * HOUR - 1)
    expect(await told()).toEqual(['breach.due 24'])
    runtime.clock.advance(1)
    expect(await told()).toEqual(['breach.due 24', 'breach.due 6'])
    expect(await told()).toHaveLength(2)
    runtime.clock.advance(6 * HOUR)
    expect(await told()).toEqual(['breach.due 24', 'breach.due 6', 'breach.overdue 0'])
  })

  it('C-55: follow the deadline that was configured when the breach began, and come at once when it was noted late', async () => {
    await saveDuties(as('dpo'), { breachHours: 96 })
    await open()
    runtime.clock.advance(71 * HOUR)
    expect(await told()).toEqual([])
    runtime.clock.advance(20 * HOUR)
    expect(await told()).toEqual(['breach.due 6'])
  })

  it('C-55: stop as soon as a notification is noted, or that no risk is likely', async () => {
    const [first, second] = [await open(), await open()]
    await addToBreach(as('dpo'), first.id, {
      kind: 'authority',
      decision: 'notified',
      text: 'Online gemeldet, Aktenzeichen 17',
    })
    await addToBreach(as('dpo'), second.id, {
      kind: 'authority',
      decision: 'no_risk',
      text: 'Die Platte war verschlüsselt.',
    })
    runtime.clock.advance(80 * HOUR)
    expect(await told()).toEqual([])
  })

  it('C-55, C-50: are for owners and data protection officers; nobody else reads them', async () => {
    await open()
    runtime.clock.advance(50 * HOUR)
    expect(await told('owner')).toEqual(['breach.due 24'])
    for (const role of ['agent', 'marketer'] as const) expect(await told(role)).toEqual([])
  })

  it('C-55: go by mail too where a server is set, to each of them alone, and say nothing of what happened', async () => {
    await member('owner', 'inhaberin@blatt.example')
    await member('agent', 'chat@blatt.example')
    await updateBusiness(business.ctx, { dpoEmail: 'datenschutz@blatt.example' })
    const breach = await open()
    runtime.clock.advance(48 * HOUR)
    await told()
    await told()
    await runtime.jobs.drain(runtime)
    expect(mail.received.map(({ to }) => to).sort()).toEqual([
      ['datenschutz@blatt.example'],
      ['inhaberin@blatt.example'],
    ])
    for (const { source } of mail.received) {
      const text = source.replaceAll('=\r\n', '')
      expect(text).toContain(breach.id)
      expect(text).not.toContain('Notebook')
    }
    // What was decided before the mail left needs none.
    runtime.clock.advance(18 * HOUR)
    await told()
    await addToBreach(as('dpo'), breach.id, {
      kind: 'authority',
      decision: 'notified',
      text: 'Online gemeldet, Aktenzeichen 18',
    })
    await runtime.jobs.drain(runtime)
    expect(mail.received).toHaveLength(2)
  })
})
