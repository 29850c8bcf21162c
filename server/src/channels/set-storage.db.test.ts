import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, newId } from '../platform/index.ts'
import { NUMBER, SETUP, type Story, startStory } from '../testing/story.ts'
import { getChannel } from './channel.ts'
import { readNumberStorage, setStorage } from './set-storage.ts'

const PIN = '731946'
const EU = { kind: 'in_country', region: 'DE', pin: PIN } as const
const NONE = { kind: 'none', pin: PIN } as const
const NO_PATIENCE = { looks: 0, pauseMs: 0 }

describe('the data location of a number', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())
  // Ten registrations in 72 hours are possible.
  beforeEach(async () => {
    await story.sim('DELETE', '/sim/faults')
    await story.sim('POST', '/sim/clock', { advanceMs: 80 * HOUR })
  })

  const calls = async () => {
    const { entries } = await story.sim<{ entries: { method: string; path: string; status: number }[] }>(
      'GET',
      '/sim/log?kind=request',
    )
    return entries.flatMap(({ method, path }) =>
      method === 'POST' ? [path.split(/[/?]/).at(path.includes('?') ? -2 : -1)] : [],
    )
  }
  const fault = (edge: string, code: number) => story.sim('POST', '/sim/faults', { code, edge, times: 1 })
  const set = (wanted: Parameters<typeof setStorage>[2]) => setStorage(story.ctx, story.channelId, wanted)
  const now = () => readNumberStorage(story.ctx, story.channelId)
  const channel = () => getChannel(story.ctx, story.channelId)

  it('C-54: a registered number is deregistered, set and registered again, and the record knows', async () => {
    expect(await now()).toMatchObject({ kind: 'standard', region: null, registered: true, inApp: false })
    expect(await set(EU)).toMatchObject({ kind: 'in_country', region: 'DE', registered: true })
    const order = await calls()
    expect(order.slice(-4)).toEqual([NUMBER, 'deregister', 'settings', 'register'])
    expect(await channel()).toMatchObject({
      state: 'connected',
      storage: { kind: 'in_country', region: 'DE', from: 'meta' },
    })
    expect(await set(EU)).toMatchObject({ region: 'DE' })
    expect(await calls()).toEqual(order)
    const audit = JSON.stringify(await story.ctx.db.selectFrom('audit_entry').selectAll().execute())
    expect(audit).toContain('channel.storage')
    expect(audit).not.toContain(PIN)
  })

  it('C-54: what Meta refuses changes nothing: the number is registered again as it was', async () => {
    await fault('settings', 100)
    await expect(set(NONE)).rejects.toMatchObject({ code: 'meta_refused' })
    expect(await now()).toMatchObject({ kind: 'in_country', region: 'DE', registered: true })
    expect((await channel()).state).toBe('connected')
    await fault('deregister', 133016)
    await expect(set(NONE)).rejects.toMatchObject({ code: 'registered_too_often' })
    expect(await now()).toMatchObject({ kind: 'in_country', registered: true })
    expect((await channel()).state).toBe('connected')
  })

  it('C-54: a number that does not come back sends nothing, and doing it again goes on where it ended', async () => {
    await fault('register', 133015)
    await expect(set(NONE)).rejects.toMatchObject({
      code: 'not_registered_again',
      sentence: { en: expect.stringContaining('five minutes') },
    })
    expect(await now()).toMatchObject({ kind: 'none', registered: false })
    expect((await channel()).state).toBe('disconnected')
    await expect(set({ ...NONE, pin: '000000' })).rejects.toMatchObject({
      code: 'pin_wrong',
      fields: { pin: expect.anything() },
    })
    expect(await set(NONE)).toMatchObject({ kind: 'none', registered: true })
    expect((await channel()).state).toBe('connected')
  })

  it('C-54: while messages are on their way nothing is changed', async () => {
    const { contactId } = await story.person({ state: 'confirmed' })
    const { campaignId } = await story.campaign([contactId])
    const mine = story.ctx.db.updateTable('message').where('campaign_id', '=', campaignId)
    await mine.set({ state: 'sending', sending_at: story.runtime.clock.now() }).execute()
    await story.ctx.db
      .updateTable('message_queue')
      .set({ epoch: 1 })
      .where('campaign_id', '=', campaignId)
      .execute()
    await expect(setStorage(story.ctx, story.channelId, EU, NO_PATIENCE)).rejects.toMatchObject({
      code: 'still_sending',
    })
    expect(await now()).toMatchObject({ kind: 'none', registered: true })
    expect((await channel()).state).toBe('connected')
    await mine.set({ state: 'failed' }).execute()
  })

  it('C-54: a number of the app on the phone has none, and only an owner may choose', async () => {
    await story.sim('POST', `/sim/numbers/${NUMBER}/app`, { connected: true })
    await expect(set(EU)).rejects.toMatchObject({ code: 'number_in_app' })
    const deregister = await fetch(`${story.runtime.config.graphBaseUrl}/v25.0/${NUMBER}/deregister`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SETUP.token}` },
    })
    expect(deregister.status).toBe(400)
    await story.sim('POST', `/sim/numbers/${NUMBER}/app`, { connected: false })
    const dpo = { ...story.ctx, actor: { kind: 'member', memberId: newId(), role: 'dpo' } as const }
    await expect(setStorage(dpo, story.channelId, EU)).rejects.toMatchObject({ code: 'role_missing' })
  })
})
