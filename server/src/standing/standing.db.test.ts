import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getChannel } from '../channels/index.ts'
import { createContext, HOUR, newId, SECOND, withTransaction } from '../platform/index.ts'
import { type Story, startStory, WABA } from '../testing/story.ts'
import type { ChannelUpdate } from '../whatsapp/index.ts'
import { channelChanged, notify, onChannelUpdate, onLedgerDamaged, onSendingStopped } from './index.ts'
import { listNotifications, readNotifications } from './notifications.ts'
import { getStanding } from './page.ts'

describe('standing', () => {
  let story: Story
  const changes: string[] = []
  beforeAll(async () => {
    story = await startStory()
    story.runtime.hooks.on(
      channelChanged,
      async (_tx, { before, after }) =>
        void changes.push(`${before.state}/${before.quality} → ${after.state}/${after.quality}`),
    )
  })
  afterAll(() => story.close())

  const update = (change: ChannelUpdate['change'], displayPhoneNumber: string | null = '4930123456') =>
    withTransaction(story.ctx, (tx) =>
      onChannelUpdate(tx, {
        channelId: story.channelId,
        update: { kind: 'channel', wabaId: WABA, displayPhoneNumber, change },
      }),
    )
  const kinds = async () =>
    (await listNotifications(story.ctx, {}, 'de')).items.map((item) => `${item.severity} ${item.kind}`)

  it('writes a fallen quality once, with history, news and a hook', async () => {
    await update({ what: 'quality', event: 'FLAGGED', limit: null })
    await update({ what: 'quality', event: 'FLAGGED', limit: null })
    expect((await getChannel(story.ctx, story.channelId)).quality).toBe('RED')
    expect(changes).toEqual(['connected/UNKNOWN → connected/RED'])
    expect(await kinds()).toEqual(['critical channel.quality'])
    const page = await getStanding(story.ctx, 'en')
    expect(page.channels[0]).toMatchObject({
      quality: 'RED',
      usedToday: 0,
      changes: [{ what: 'quality', before: 'UNKNOWN', after: 'RED' }],
    })
    expect(page.alerts[0]?.title).toBe('Quality of number “Shop”: red')
  })

  it.each(['constructor', 'toString', '__proto__'])('takes %s for a word like any other', async (word) => {
    const before = await getChannel(story.ctx, story.channelId)
    await update({ what: 'quality', event: word, limit: null })
    await update({ what: 'review', decision: word }, null)
    expect(await getChannel(story.ctx, story.channelId)).toMatchObject({
      quality: before.quality,
      state: before.state,
    })
  })

  it('reads limits in every spelling, and restrictions of the whole account', async () => {
    await update({ what: 'limit', limit: 'TIER_2K' }, null)
    expect((await getChannel(story.ctx, story.channelId)).messagingLimit).toBe(2_000)
    await update({ what: 'limit', limit: -1 }, null)
    expect((await getChannel(story.ctx, story.channelId)).messagingLimit).toBeNull()
    await update(
      {
        what: 'account',
        event: 'ACCOUNT_RESTRICTION',
        restrictions: [{ kind: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: null }],
        banState: null,
        violation: null,
      },
      null,
    )
    expect((await getChannel(story.ctx, story.channelId)).state).toBe('restricted')
    await update(
      { what: 'account', event: 'DISABLED_UPDATE', restrictions: [], banState: 'REINSTATE', violation: null },
      null,
    )
    expect((await getChannel(story.ctx, story.channelId)).state).toBe('connected')
  })

  it('warns of what stops something or asks for something, not of good news or what is over', async () => {
    const alert = { what: 'alert', severity: 'WARNING', type: 'PROFILE_PICTURE_LOST' } as const
    const account = { what: 'account' as const, restrictions: [], banState: null, violation: null }
    const newest = async () => (await kinds()).filter((kind) => kind.endsWith('channel.account')).at(0)
    const severity = async (change: ChannelUpdate['change']) => {
      story.runtime.clock.advance(SECOND)
      await update(change, null)
      return (await newest())?.split(' ')[0]
    }
    expect(await severity(alert)).toBe('warning')
    expect(await severity({ ...alert, active: false })).toBe('info')
    expect(await severity({ ...account, event: 'VOLUME_BASED_PRICING_TIER_UPDATE' })).toBe('info')
    expect(await severity({ ...account, event: 'ACCOUNT_VIOLATION', violation: 'SCAM' })).toBe('warning')
    expect(await severity({ what: 'review', decision: 'PENDING' })).toBe('info')
    expect(await severity({ what: 'review', decision: 'REJECTED' })).toBe('critical')
    expect(await severity({ what: 'review', decision: 'APPROVED' })).toBe('success')
  })

  it('says why Meta refused a display name, and amounts as people write them', async () => {
    const newest = async () => (await listNotifications(story.ctx, { limit: 1 }, 'en')).items[0]
    await update({ what: 'name', decision: 'REJECTED', name: null, reason: 'NAME_NOT_RELATED' }, null)
    expect(await newest()).toMatchObject({
      severity: 'warning',
      title: 'Display name of “Shop”: refused',
      detail: expect.stringContaining('NAME_NOT_RELATED'),
    })
    story.runtime.clock.advance(SECOND)
    await update({ what: 'limit', limit: 'TIER_10K' }, null)
    expect((await newest())?.detail).toContain('10,000 people')
  })

  it('leaves other numbers of the account alone', async () => {
    await update({ what: 'quality', event: 'UNFLAGGED', limit: null }, '49999')
    expect((await getChannel(story.ctx, story.channelId)).quality).toBe('RED')
  })

  it('says once per hour that sending has stopped', async () => {
    const stop = () =>
      withTransaction(story.ctx, (tx) =>
        onSendingStopped(tx, {
          scope: 'waba',
          channelId: story.channelId,
          templateId: null,
          errorCode: 131042,
        }),
      )
    await stop()
    await stop()
    const [first] = (await listNotifications(story.ctx, {}, 'de')).items
    expect(first?.title).toBe('Senden angehalten: Zahlungsproblem bei Meta')
    expect((await kinds()).filter((kind) => kind.endsWith('sending.stopped'))).toHaveLength(1)
  })

  it('says once an hour that the ledger was changed', async () => {
    const damaged = () => withTransaction(story.ctx, (tx) => onLedgerDamaged(tx))
    const said = async () => (await kinds()).filter((kind) => kind === 'critical ledger.damaged').length
    await damaged()
    await damaged()
    expect(await said()).toBe(1)
    story.runtime.clock.advance(HOUR + SECOND)
    await damaged()
    expect(await said()).toBe(2)
    expect((await listNotifications(story.ctx, {}, 'de')).items[0]?.title).toContain('Nachweisbuch')
  })

  it('is read by members, page by page, and only by those of the business', async () => {
    const unread = (await listNotifications(story.ctx, { unread: '1' }, 'de')).items
    const page = await listNotifications(story.ctx, { limit: 2 }, 'de')
    expect(page.items).toEqual(unread.slice(0, 2))
    expect(
      (await listNotifications(story.ctx, { limit: 2, ...(page.next ? { after: page.next } : {}) }, 'de'))
        .items[0],
    ).toEqual(unread[2])
    const stranger = createContext(story.runtime, newId(), {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    expect((await listNotifications(stranger, {}, 'de')).items).toEqual([])
    expect(await readNotifications(stranger, {})).toEqual({ read: 0 })
  })

  it('keeps anything but plain values out of a notification', async () => {
    await withTransaction(story.ctx, (tx) =>
      notify(tx, {
        kind: 'channel.account',
        severity: 'info',
        data: { event: 'X', person: { name: 'Anna' } },
      }),
    )
    const { rows } = await sql<{
      data: object
    }>`select data from notification order by notification_id desc limit 1`.execute(story.ctx.db)
    expect(rows[0]?.data).toEqual({ event: 'X', person: null })
  })
})
