import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Context, HOUR, MINUTE, newId, withTransaction } from '../platform/index.ts'
import { queueAlertMails } from '../standing/index.ts'
import { NotificationData, notificationText } from '../standing/notification-text.ts'
import { notified } from '../standing/notify.ts'
import { refreshChannel } from '../standing/refresh.ts'
import { onStorageNews } from '../standing/storage-news.ts'
import { type Story, startStory } from '../testing/story.ts'
import { getChannel } from './channel.ts'
import { runFinishStorage, storageNews } from './finish-storage.ts'
import { noteStanding } from './note-standing.ts'
import { setPin } from './set-pin.ts'
import { readNumberStorage, setStorage } from './set-storage.ts'

const PIN = '731946'
const EU = { kind: 'in_country', region: 'DE', pin: PIN } as const
const NONE = { kind: 'none', pin: PIN } as const

describe('C-54: a change of the data location that nobody ended', () => {
  let story: Story
  const told: string[] = []
  beforeAll(async () => {
    story = await startStory({
      env: { JAWORT_SMTP_URL: 'smtp://127.0.0.1:9', JAWORT_SMTP_FROM: 'jawort@blatt.example' },
    })
    await addOwner()
    story.runtime.hooks.on(storageNews, onStorageNews)
    story.runtime.hooks.on(notified, queueAlertMails)
    story.runtime.hooks.on(notified, async (_tx, { kind, severity, data }) => {
      told.push(`${kind} ${severity}`)
      const { title, detail } = notificationText(kind, NotificationData.parse(data), 'de')
      expect(`${title} ${detail}`).not.toMatch(/\{|–/)
    })
  })
  afterAll(() => story.close())
  // Ten registrations in 72 hours are possible.
  beforeEach(async () => {
    told.length = 0
    await story.sim('DELETE', '/sim/faults')
    await story.sim('POST', '/sim/clock', { advanceMs: 80 * HOUR })
    story.runtime.clock.advance(80 * HOUR)
    await setStorage(story.ctx, story.channelId, NONE)
  })

  async function addOwner(): Promise<void> {
    const {
      businessId,
      runtime: { db },
    } = story
    const [id, at] = [newId(), story.runtime.clock.now()]
    const account = { id, name: 'Ida', email: `${id}@blatt.example`, created_at: at, updated_at: at }
    await db.insertInto('account').values(account).execute()
    const member = {
      business_id: businessId,
      member_id: id,
      account_id: id,
      role: 'owner',
      created_at: at,
    } as const
    await db.insertInto('member').values(member).execute()
  }
  const mails = () => story.ctx.db.selectFrom('alert_mail').select('notification_id').execute()
  /** The process ends when it is about to speak to Meta once more: nothing after that happens, no clearing up either. */
  const dyingAfter = (requests: number): Context => {
    const config = reaching(requests, () => {
      throw new Error('the process ended')
    })
    return { ...story.ctx, config }
  }
  /** A configuration that leads to Meta so many times, and then elsewhere. */
  const reaching = (requests: number, elsewhere: () => string): Context['config'] => {
    let made = 0
    const { config } = story.ctx
    return Object.create(config, {
      graphBaseUrl: { get: () => (++made > requests ? elsewhere() : config.graphBaseUrl) },
    })
  }
  /** Looked at, its settings read, its PIN set; deregistered is the fourth. */
  const dieAfter = (requests: number) =>
    expect(setStorage(dyingAfter(requests), story.channelId, EU)).rejects.toThrow('the process ended')
  const later = async (ms: number) => {
    story.runtime.clock.advance(ms)
    await runFinishStorage(story.runtime)
  }
  const now = () => readNumberStorage(story.ctx, story.channelId)
  const state = async () => (await getChannel(story.ctx, story.channelId)).state
  const rows = () => story.ctx.db.selectFrom('storage_change').selectAll().execute()
  const refuse = (code: number, edge = 'register') =>
    story.sim('POST', '/sim/faults', { code, edge, times: 1 })

  it('the process ended after deregistering: the number is set, registered and told of', async () => {
    await dieAfter(4)
    expect(await now()).toMatchObject({ registered: false, unfinished: true })
    expect(JSON.stringify(await rows())).not.toContain(PIN)
    await later(MINUTE)
    expect(await now()).toMatchObject({ registered: false })
    await expect(setStorage(story.ctx, story.channelId, EU)).rejects.toMatchObject({
      code: 'storage_under_way',
    })
    await later(5 * MINUTE)
    expect(await now()).toMatchObject({
      kind: 'in_country',
      region: 'DE',
      registered: true,
      unfinished: false,
    })
    expect(await state()).toBe('connected')
    expect(told).toEqual(['channel.storage_finished warning'])
    expect(await mails()).toHaveLength(1)
    expect(await rows()).toEqual([])
  })

  it('the process ended before deregistering, or after setting: nothing is taken off again', async () => {
    await dieAfter(3)
    expect(await state()).toBe('disconnected')
    await later(6 * MINUTE)
    expect(await now()).toMatchObject({ kind: 'none', registered: true, unfinished: false })
    expect(await state()).toBe('connected')
    await dieAfter(5)
    expect(await now()).toMatchObject({ kind: 'in_country', registered: false })
    await later(6 * MINUTE)
    expect(await now()).toMatchObject({ kind: 'in_country', registered: true })
    expect(told).toEqual(['channel.storage_kept warning', 'channel.storage_finished warning'])
  })

  it('while it is off nothing says that it is connected, and a ban that comes meanwhile stays', async () => {
    await dieAfter(3)
    await refreshChannel(story.ctx, story.channelId)
    expect(await state()).toBe('disconnected')
    await withTransaction(story.ctx, (tx) => noteStanding(tx, story.channelId, { state: 'banned' }))
    await later(6 * MINUTE)
    expect(await rows()).toEqual([])
    expect(await state()).toBe('banned')
    await refreshChannel(story.ctx, story.channelId)
    expect(await state()).toBe('connected')
  })

  it('Meta refuses for a while: said once, tried on, and told when it is back', async () => {
    await dieAfter(4)
    await refuse(133015)
    await later(6 * MINUTE)
    expect(await state()).toBe('disconnected')
    await refuse(133015)
    await later(16 * MINUTE)
    expect(told).toEqual(['channel.storage_stuck critical'])
    await later(HOUR)
    expect(told).toEqual(['channel.storage_stuck critical', 'channel.storage_finished warning'])
    expect(await now()).toMatchObject({ kind: 'in_country', registered: true })
  })

  it('a PIN that Meta calls wrong is not tried again, and registering by hand ends it', async () => {
    await dieAfter(4)
    await refuse(133005)
    await later(6 * MINUTE)
    expect(told).toEqual(['channel.storage_pin critical'])
    expect(await rows()).toMatchObject([{ pin_sealed: null }])
    await later(7 * HOUR)
    expect(await now()).toMatchObject({ registered: false })
    expect(told).toHaveLength(1)
    expect(await setPin(story.ctx, story.channelId, { pin: PIN })).toEqual({ registered: true })
    expect(await state()).toBe('connected')
    expect(await rows()).toEqual([])
  })

  it('Meta tells nothing of the number: members hear that it may be off', async () => {
    await dieAfter(4)
    await refuse(190, 'settings')
    await later(6 * MINUTE)
    expect(told).toEqual(['channel.storage_unreachable critical'])
    await later(HOUR)
    expect(await state()).toBe('connected')
  })

  it('Meta cannot be read right after it took the change: it counts as what Meta answered', async () => {
    await dieAfter(4)
    story.runtime.clock.advance(6 * MINUTE)
    // Looked at, its settings read, set, registered; then nobody answers.
    await runFinishStorage({ ...story.runtime, config: reaching(4, () => 'http://127.0.0.1:9') })
    expect(told).toEqual(['channel.storage_finished warning'])
    expect(await now()).toMatchObject({ kind: 'in_country', registered: true, unfinished: false })
  })
})
