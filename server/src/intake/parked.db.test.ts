import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDispatchOnce } from '../dispatch/index.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { notified } from '../standing/index.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { inboundMessage, mountWebhooks, processOnce } from './index.ts'

describe('an update that cannot be processed', () => {
  let story: Story
  let app: Api
  let canTell = true
  /** So many more times others are in the way of somebody. */
  let inTheWay = 0
  beforeAll(async () => {
    story = await startStory()
    story.runtime.hooks.on(inboundMessage, async (_tx, { message }) => {
      if (message.content.type === 'text' && message.content.text === 'poison') throw new Error('broken')
      if (message.content.type === 'text' && message.content.text === 'busy' && inTheWay-- > 0)
        throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    })
    story.runtime.hooks.on(notified, async () => {
      if (!canTell) throw new Error('nobody can be told')
    })
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await story.close()
  })

  let count = 0
  const said = (body: string) => ({
    id: `wamid.parked${++count}`,
    timestamp: String(Math.floor(story.runtime.clock.now().getTime() / 1000)),
    type: 'text',
    text: { body },
  })
  const post = async (value: object, field = 'messages') => {
    const whole = { metadata: { phone_number_id: NUMBER, display_phone_number: '4930123456' }, ...value }
    const payload = JSON.stringify({ entry: [{ id: WABA, changes: [{ field, value: whole }] }] })
    const signature = `sha256=${createHmac('sha256', SETUP.appSecret).update(payload).digest('hex')}`
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      payload,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    })
    expect(statusCode).toBe(200)
  }
  const held = async (contactId: string) =>
    (
      await sql`select 1 from contact where contact_id = ${contactId} and hold_reason = 'unclear_stop'`.execute(
        story.ctx.db,
      )
    ).rows.length > 0
  const waiting = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from webhook_waiting`.execute(story.ctx.db)).rows[0]
      ?.n

  it('is not one that only met others: it goes on once they are out of the way, and waits on until then', async () => {
    const { contactId, phone } = await story.person()
    inTheWay = 6
    await post({ messages: [{ from: phone.slice(1), ...said('busy') }] })
    await processOnce(story.runtime)
    expect(await waiting()).toBe(0)
    inTheWay = 30
    await post({ messages: [{ from: phone.slice(1), ...said('busy') }] })
    // The first round gives up for now; the next one finds nobody in the way any more.
    for (let round = 0; round < 2; round++) await processOnce(story.runtime)
    expect(await waiting()).toBe(0)
    expect(await held(contactId)).toBe(false)
    const { rows } = await sql`select 1 from webhook_update where problem is not null`.execute(story.ctx.db)
    expect(rows).toEqual([])
  })

  it('C-24, C-29: waits on as long as its person cannot be held, and they get no marketing meanwhile', async () => {
    const [anna, ben] = [await story.person(), await story.person()]
    const { campaignId } = await story.campaign([anna.contactId])
    canTell = false
    await post({ messages: [{ from: anna.phone.slice(1), ...said('poison') }] })
    await processOnce(story.runtime).catch(() => {})
    expect([await waiting(), await held(anna.contactId)]).toEqual([1, false])
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ queued: 1 })
    canTell = true
    await post({ messages: [{ from: ben.phone.slice(1), ...said('Hallo') }] })
    await processOnce(story.runtime)
    expect([await waiting(), await held(anna.contactId)]).toEqual([0, true])
    story.runtime.clock.advance(5_000)
    await runDispatchOnce(story.runtime)
    expect((await story.requests()).filter((request) => request.to === anna.phone)).toEqual([])
  })

  it('C-24: eleven that wait on are not in the way of somebody else’s STOP', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => story.person()))
    const last = people.pop()
    canTell = false
    for (const { phone } of people) await post({ messages: [{ from: phone.slice(1), ...said('poison') }] })
    await post({ messages: [{ from: last?.phone.slice(1), ...said('STOP') }] })
    await processOnce(story.runtime)
    expect(await waiting()).toBe(11)
    canTell = true
    await processOnce(story.runtime)
    expect(await waiting()).toBe(0)
  })

  it('C-24, C-29: that cannot even be opened is put aside, its person is held, and the others are processed', async () => {
    const [anna, ben] = [await story.person(), await story.person()]
    const status = (id: string) => ({ id: `wamid.${id}`, status: 'sent', timestamp: '1763460000' })
    const problems = async () =>
      (
        await sql`select kind from webhook_update where problem = 'Error' and payload_sealed = '\\x01'`.execute(
          story.ctx.db,
        )
      ).rows
    const damage = sql`update webhook_update u set payload_sealed = '\\x01' from webhook_waiting w
      where w.business_id = u.business_id and w.update_key = u.update_key`
    await post({ messages: [{ from: anna.phone.slice(1), from_user_id: 'DE.4912345678', ...said('STOP') }] })
    await post({ statuses: [status('damaged')] })
    await damage.execute(story.ctx.db)
    await post({ messages: [{ from: ben.phone.slice(1), ...said('Hallo') }], statuses: [status('good')] })
    await processOnce(story.runtime)
    expect([await waiting(), await held(anna.contactId), await held(ben.contactId)]).toEqual([0, true, false])
    expect(await problems()).toEqual(expect.arrayContaining([{ kind: 'message' }, { kind: 'status' }]))
  })

  it('C-24: in a chat from before the connection may have been a STOP, in what the business wrote itself not', async () => {
    const [anna, ben] = [await story.person(), await story.person()]
    const odd = { ...said('STOP'), timestamp: 'never' }
    const thread = { id: anna.phone.slice(1), messages: [{ from: anna.phone.slice(1), ...odd }] }
    await post({ history: [{ threads: [thread] }] }, 'history')
    const echo = { from: '4930123456', to: ben.phone.slice(1), ...odd, id: 'wamid.echo' }
    await post({ message_echoes: [echo] }, 'smb_message_echoes')
    await processOnce(story.runtime)
    expect([await held(anna.contactId), await held(ben.contactId)]).toEqual([true, false])
  })
})
