import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getChannel } from '../channels/index.ts'
import { HOUR, withTransaction } from '../platform/index.ts'
import { type Story, startStory, WABA } from '../testing/story.ts'
import type { ChannelUpdate } from '../whatsapp/index.ts'
import { onChannelUpdate } from './index.ts'
import { liftRestriction, listRestrictions } from './restrictions.ts'

describe('restrictions of an account', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  type Account = Extract<ChannelUpdate['change'], { what: 'account' }>
  const tell = (change: Partial<Account>) =>
    withTransaction(story.ctx, (tx) =>
      onChannelUpdate(tx, {
        channelId: story.channelId,
        update: {
          kind: 'channel',
          wabaId: WABA,
          displayPhoneNumber: null,
          change: {
            what: 'account',
            event: '',
            restrictions: [],
            banState: null,
            violation: null,
            ...change,
          },
        },
      }),
    )
  const state = async () => (await getChannel(story.ctx, story.channelId)).state
  const kinds = async () => (await listRestrictions(story.ctx)).map(({ kind }) => kind).sort()
  const BUSINESS = 'RESTRICTED_BIZ_INITIATED_MESSAGING'
  const lift = (kind: string) =>
    liftRestriction(story.ctx, story.channelId, { kind, reason: 'Meta hat es geschrieben.' })

  it('C-66: of two that stop sending, lifting one opens nothing; what came about by itself is in the audit', async () => {
    await tell({ event: 'ACCOUNT_RESTRICTION', restrictions: [{ kind: BUSINESS, until: null }] })
    await tell({ event: 'DISABLED_UPDATE', banState: 'SCHEDULE_FOR_DISABLE' })
    expect([await state(), await kinds()]).toEqual(['restricted', [BUSINESS, 'SCHEDULE_FOR_DISABLE']])
    await lift(BUSINESS)
    expect([await state(), await kinds()]).toEqual(['restricted', ['SCHEDULE_FOR_DISABLE']])
    await lift('SCHEDULE_FOR_DISABLE')
    expect([await state(), await kinds()]).toEqual(['connected', []])
    await expect(lift(BUSINESS)).rejects.toMatchObject({ kind: 'not_found' })
    const audit = await story.ctx.db
      .selectFrom('audit_entry')
      .select(['action', 'before', 'after'])
      .where('entity_id', '=', story.channelId)
      .where('action', 'in', ['channel.standing', 'channel.lift_restriction'])
      .orderBy('audit_id')
      .execute()
    expect(audit).toMatchObject([
      { action: 'channel.standing', before: { state: 'connected' }, after: { state: 'restricted' } },
      { action: 'channel.lift_restriction', before: { kind: BUSINESS } },
      { action: 'channel.lift_restriction', before: { kind: 'SCHEDULE_FOR_DISABLE' } },
      { action: 'channel.standing', before: { state: 'restricted' }, after: { state: 'connected' } },
    ])
  })

  it('C-66: one that keeps people from writing first stops nothing, and is over when its end has come', async () => {
    const ends = new Date(story.runtime.clock.now().getTime() + HOUR)
    const kind = 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'
    await tell({ event: 'ACCOUNT_RESTRICTION', restrictions: [{ kind, until: ends }] })
    expect([await state(), await kinds()]).toEqual(['connected', [kind]])
    story.runtime.clock.set(ends)
    expect(await kinds()).toEqual([])
  })
})
