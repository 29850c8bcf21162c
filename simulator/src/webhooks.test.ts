import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { startSimulator } from './index.ts'
import {
  APP_SECRET,
  idOf,
  type Kit,
  NUMBER,
  rows,
  setupFor,
  startKit,
  templateSend,
  until,
  WABA,
} from './testing/kit.ts'
import { startSink } from './testing/sink.ts'

let kit: Kit
afterEach(() => kit.close())

const DAY = 24 * 3_600_000
const text = (body: string): Record<string, unknown> => ({ type: 'text', text: { body } })

describe('webhooks', () => {
  it('are signed over the bytes as sent, with everything outside ASCII and slashes escaped', async () => {
    kit = await startKit()
    const person = await kit.person({ name: 'Zoë Süß', phone: '+4915112345678' })
    await kit.writes(person, 'Grüße 👍 https://example.org/a')
    await until(() => kit.sink.posts.length > 0)
    const [post] = kit.sink.posts
    const raw = post?.raw ?? Buffer.alloc(0)
    const expected = createHmac('sha256', APP_SECRET).update(raw).digest('hex')
    expect(post?.headers['x-hub-signature-256']).toBe(`sha256=${expected}`)
    expect(raw.every((byte) => byte < 0x7f)).toBe(true)
    expect(raw.toString()).toContain('Gr\\u00fc\\u00dfe \\ud83d\\udc4d https:\\/\\/example.org\\/a')
    expect(kit.sink.messages()[0]?.text).toEqual({ body: 'Grüße 👍 https://example.org/a' })
    const again = createHmac('sha256', APP_SECRET)
      .update(JSON.stringify(JSON.parse(raw.toString())))
      .digest('hex')
    expect(again).not.toBe(expected)
  })

  it('come again with growing pauses until the answer is 200', async () => {
    kit = await startKit()
    kit.sink.answers.push(500, 503)
    const person = await kit.person({ phone: '+4915112345678' })
    const message = await kit.writes(person, 'Hallo')
    await until(() => kit.sink.posts.length === 3)
    expect(kit.sink.posts.map((post) => post.status)).toEqual([500, 503, 200])
    expect(new Set(kit.sink.posts.map((post) => post.raw.toString())).size).toBe(1)
    const { body } = await kit.sim('GET', '/sim/log?kind=webhook')
    expect(rows(body.entries).map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 503],
      [3, 200],
    ])
    await until(async () => (await kit.chat(person))[0]?.status === 'delivered')
    expect((await kit.chat(person))[0]?.id).toBe(message.id)
  })

  it('are given up after seven days of simulated time, and not before', async () => {
    kit = await startKit({ retryMaxMs: DAY })
    kit.sink.answers.push(...Array.from({ length: 500 }, () => 500))
    const person = await kit.person({ phone: '+4915112345678' })
    const attempts = async (): Promise<number> =>
      rows((await kit.sim('GET', '/sim/log?kind=webhook')).body.entries).length
    await kit.writes(person, 'verloren')
    await until(async () => (await attempts()) > 0)
    for (let day = 1; day <= 6; day++) {
      const seen = await attempts()
      await kit.sim('POST', '/sim/clock', { advanceMs: DAY })
      await until(async () => (await attempts()) > seen)
    }
    const seen = await attempts()
    await kit.sim('POST', '/sim/clock', { advanceMs: 2 * DAY })
    await until(async () => (await attempts()) > seen)
    kit.sink.answers.length = 0
    await kit.sim('POST', '/sim/clock', { advanceMs: 2 * DAY })
    await kit.writes(person, 'Noch da?')
    await until(() => kit.sink.messages().length > 0)
    expect(kit.sink.messages().map(({ text: said }) => said)).toEqual([{ body: 'Noch da?' }])
  })

  it('are lost when the dial says so', async () => {
    kit = await startKit({ dropRate: 1 })
    const person = await kit.person({ phone: '+4915112345678' })
    await kit.writes(person, 'verloren')
    await kit.sim('PATCH', '/sim/dials', { dropRate: 0 })
    await kit.writes(person, 'angekommen')
    await until(() => kit.sink.messages().length > 0)
    expect(kit.sink.messages().map(({ text: said }) => said)).toEqual([{ body: 'angekommen' }])
  })

  it('wait until the callback address proves itself, however late it comes up', async () => {
    kit = await startKit()
    const late = await startSink()
    const port = Number(new URL(late.url).port)
    await late.close()
    const simulator = await startSimulator({ host: '127.0.0.1', port: 0 })
    const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(simulator.url + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return (await answer.json()) as Record<string, unknown>
    }
    expect(await post('/sim/setup', setupFor(late.url))).toEqual({ ok: true, verified: false })
    await post('/sim/people', { id: 'mia', name: 'Mia', phone: '+4915112345678' })
    await post('/sim/people/mia/messages', { phoneNumberId: NUMBER, text: 'Hallo' })
    const sink = await startSink('verify-me', port)
    await until(() => sink.messages().length === 1)
    expect(await post('/sim/setup', setupFor(late.url))).toEqual({ ok: true, verified: true })
    await simulator.close()
    await sink.close()
  })

  it('come twice when the dial says so', async () => {
    kit = await startKit({ duplicateRate: 1 })
    const person = await kit.person({ phone: '+4915112345678' })
    const { id } = await kit.writes(person, 'Hallo')
    await until(() => kit.sink.messages().length === 2)
    expect(kit.sink.messages().map((message) => message.id)).toEqual([id, id])
  })

  it('come out of order when the dial says so', async () => {
    kit = await startKit({ shuffle: true })
    const person = await kit.person({ phone: '+4915112345678' })
    const written: string[] = []
    for (let n = 0; n < 12; n++) written.push((await kit.writes(person, `Nachricht ${n}`)).id)
    await until(() => kit.sink.messages().length === 12)
    const arrived = kit.sink.messages().map((message) => String(message.id))
    expect(arrived.toSorted()).toEqual(written.toSorted())
    expect(arrived).not.toEqual(written)
  })

  it('share a POST under load, up to the dialled number of updates', async () => {
    kit = await startKit({ webhookBatch: 10 })
    await kit.sim('POST', '/sim/crowd', {
      count: 200,
      phoneNumberId: NUMBER,
      optIn: { text: 'START' },
      perSecond: 2000,
    })
    await until(() => kit.sink.messages().length === 200)
    const sizes = kit.sink.posts.map(({ raw }) => raw.toString().split('"field"').length - 1)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10)
    expect(Math.max(...sizes)).toBeGreaterThan(1)
  })

  it('stop for an account that is not subscribed', async () => {
    kit = await startKit()
    const person = await kit.person({ phone: '+4915112345678' })
    expect((await kit.graph('DELETE', `${WABA}/subscribed_apps`)).body).toEqual({ success: true })
    expect((await kit.graph('GET', `${WABA}/subscribed_apps`)).body).toEqual({ data: [] })
    await kit.writes(person, 'ungehört')
    await kit.graph('POST', `${WABA}/subscribed_apps`)
    await kit.writes(person, 'gehört')
    await until(() => kit.sink.messages().length > 0)
    expect(kit.sink.messages().map((message) => message.text)).toEqual([{ body: 'gehört' }])
  })

  it('echo the callback data in every status, with the price on sent and delivered', async () => {
    kit = await startKit()
    const person = await kit.person({ phone: '+4915112345678' })
    await kit.template('aktion')
    const answer = await kit.send('+49 1511 2345678', {
      ...templateSend('aktion'),
      biz_opaque_callback_data: 'm:1',
    })
    const id = idOf(answer)
    expect(answer.body.messages?.[0]).toEqual({ id, message_status: 'accepted' })
    await until(() => kit.statusesOf(id).length === 2)
    await kit.sim('POST', `/sim/people/${person.id}/reads`, { phoneNumberId: NUMBER })
    await until(() => kit.statusesOf(id).length === 3)
    const seen = kit.statusesOf(id)
    expect(seen.map((status) => status.status)).toEqual(['sent', 'delivered', 'read'])
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' }
    expect(seen.map((status) => status.pricing)).toEqual([pricing, pricing, undefined])
    for (const status of seen) {
      expect(status).toMatchObject({
        biz_opaque_callback_data: 'm:1',
        recipient_id: '4915112345678',
        recipient_user_id: person.bsuid,
      })
      expect(status.timestamp).toMatch(/^\d{10}$/)
    }
  })

  it('tell of free service messages in the open window', async () => {
    kit = await startKit()
    const person = await kit.person({ phone: '+4915112345678' })
    await kit.writes(person, 'Hallo')
    const id = idOf(await kit.send('+4915112345678', text('Guten Tag')))
    await until(() => kit.statusesOf(id).length === 2)
    expect(kit.statusesOf(id)[0]?.pricing).toMatchObject({
      billable: false,
      type: 'free_customer_service',
      category: 'service',
    })
  })
})
