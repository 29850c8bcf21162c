import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeMember } from '../members/remove-member.ts'
import {
  type Context,
  createContext,
  DAY,
  MINUTE,
  newId,
  type Role,
  withTransaction,
} from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { notify } from './index.ts'
import { listNotifications, readNotifications } from './notifications.ts'

describe('the bell', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let owner: Context
  let agent: Context

  async function member(role: Role): Promise<Context> {
    const memberId = newId()
    const now = runtime.clock.now()
    const email = `${memberId}@blatt.example`
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
    return createContext(runtime, business.businessId, { kind: 'member', memberId, role })
  }
  const ring = async (kind: string): Promise<void> => {
    runtime.clock.advance(MINUTE)
    await withTransaction(business.ctx, (tx) => notify(tx, { kind, severity: 'info' }))
  }
  const unread = async (ctx: Context) =>
    (await listNotifications(ctx, { unread: '1' }, 'de')).items.map((item) => item.kind)

  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
    owner = await member('owner')
    agent = await member('agent')
    for (const kind of ['campaign.finished', 'template.approved', 'ledger.damaged']) await ring(kind)
  })
  afterAll(() => runtime.close())

  it('falls silent for who has looked, and rings on for everybody else', async () => {
    const [latest] = (await listNotifications(agent, {}, 'de')).items
    expect(await readNotifications(agent, { ids: [latest?.id ?? ''] })).toEqual({ read: 1 })
    expect(await unread(agent)).toEqual(['template.approved', 'campaign.finished'])
    expect((await listNotifications(agent, { limit: 1 }, 'de')).items[0]?.readAt).toBe(
      runtime.clock.now().toISOString(),
    )
    expect(await unread(owner)).toEqual(['ledger.damaged', 'template.approved', 'campaign.finished'])
    expect(await readNotifications(agent, {})).toEqual({ read: 2 })
    expect(await readNotifications(agent, {})).toEqual({ read: 0 })
    expect(await unread(agent)).toEqual([])
    expect(await unread(owner)).toHaveLength(3)
    await ring('campaign.finished')
    expect(await unread(agent)).toEqual(['campaign.finished'])
    expect(await unread(owner)).toHaveLength(4)
  })

  it('pages, and says the same of a notification on every page', async () => {
    const whole = (await listNotifications(agent, {}, 'de')).items
    const first = await listNotifications(agent, { limit: 3 }, 'de')
    const second = await listNotifications(agent, { limit: 3, after: first.next ?? '' }, 'de')
    expect([...first.items, ...second.items]).toEqual(whole)
  })

  it('does not ring for what was told before somebody joined', async () => {
    runtime.clock.advance(DAY)
    const late = await member('marketer')
    expect(await unread(late)).toEqual([])
    expect((await listNotifications(late, {}, 'de')).items).toHaveLength(4)
    await ring('template.approved')
    expect(await unread(late)).toEqual(['template.approved'])
  })

  it('keeps breaches from those who may not know of them (C-55), and is no matter of machines', async () => {
    await ring('breach.due')
    expect(await unread(owner)).toContain('breach.due')
    await readNotifications(agent, {})
    expect(await unread(agent)).toEqual([])
    const marks = await runtime.db.selectFrom('notification_read').select('member_id').execute()
    expect(marks).toHaveLength(5)
    const key = createContext(runtime, business.businessId, { kind: 'apiKey', keyId: newId(), role: 'owner' })
    await expect(readNotifications(key, {})).rejects.toThrow('member_needed')
    expect(await unread(key)).toHaveLength(6)
  })

  it('knows nothing of somebody who has left', async () => {
    const { actor } = agent
    if (actor.kind !== 'member') throw new Error('The agent is a member.')
    await removeMember(owner, actor.memberId)
    expect(await runtime.db.selectFrom('notification_read').select('member_id').execute()).toEqual([])
    expect(await readNotifications(agent, {})).toEqual({ read: 0 })
  })
})
