import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Kit,
  NUMBER,
  rows,
  setupFor,
  startKit,
  templateBody,
  templateSend,
  until,
  WABA,
} from '../testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

describe('people', () => {
  it('are listed by newest activity, in pages, with what is unread', async () => {
    await kit.template('aktion')
    const people = []
    for (const name of ['Mia', 'Ben', 'Ida'])
      people.push(await kit.person({ name, phone: `+49151123456${70 + people.length}` }))
    await kit.sim('POST', '/sim/clock', { advanceMs: 1_000 })
    await kit.send('+4915112345670', templateSend('aktion'))
    await until(
      async () => (await kit.sim('GET', '/sim/people?limit=1')).body.people?.[0]?.unread?.toString() === '1',
    )
    const first = (await kit.sim('GET', '/sim/people?limit=2')).body
    expect(rows(first.people)[0]).toMatchObject({
      name: 'Mia',
      unread: 1,
      lastMessage: { type: 'template', direction: 'in' },
    })
    const second = (await kit.sim('GET', `/sim/people?limit=2&after=${first.next}`)).body
    const names = [...rows(first.people), ...rows(second.people)].map(({ name }) => name)
    expect([...names].sort()).toEqual(['Ben', 'Ida', 'Mia'])
    expect(second.next).toBeUndefined()
    expect(rows((await kit.sim('GET', '/sim/people?query=ben')).body.people)).toHaveLength(1)
    expect(
      (await kit.sim('POST', `/sim/people/${people[0]?.id}/reads`, { phoneNumberId: NUMBER })).body,
    ).toEqual({ read: 1 })
  })

  it('exist once per number, and need one or a username', async () => {
    await kit.person({ phone: '+49 1511 2345678' })
    const same = await kit.sim('POST', '/sim/people', { name: 'Ben', phone: '4915112345678' })
    expect([same.status, typeof same.body.error]).toEqual([409, 'string'])
    expect((await kit.sim('POST', '/sim/people', { name: 'Ben' })).status).toBe(400)
    expect((await kit.sim('GET', '/sim/people/nobody')).status).toBe(404)
  })

  it('forward without saying where from, and quote with it', async () => {
    const person = await kit.person({ phone: '+4915112345678' })
    const first = await kit.writes(person, 'Ja, ich will', { forwarded: true })
    await kit.writes(person, 'Das meine ich', { replyTo: first.id })
    await until(() => kit.sink.messages().length === 2)
    expect(kit.sink.messages().map((message) => message.context)).toEqual([
      { forwarded: true },
      { from: '4930123456', id: first.id },
    ])
  })
})

describe('links', () => {
  it('to a chat are understood, wherever they point', async () => {
    const text = 'Ja, ich möchte Angebote (Code A7)'
    const query = `?text=${encodeURIComponent(text)}`
    const result = { to: '+4930123456', phoneNumberId: NUMBER, text }
    for (const url of [`https://wa.me/4930123456${query}`, `${kit.simulator.url}/wa.me/4930123456${query}`]) {
      expect((await kit.sim('POST', '/sim/links', { url })).body).toEqual(result)
    }
    expect((await kit.sim('POST', '/sim/links', { url: 'https://wa.me/4940000000' })).status).toBe(404)
    expect((await kit.sim('POST', '/sim/links', { url: 'https://example.org/' })).status).toBe(400)
    const opened = await fetch(`${kit.simulator.url}/wa.me/4930123456${query}`, { redirect: 'manual' })
    expect(opened.status).toBe(302)
    const link = new URL(opened.headers.get('location') ?? '', kit.simulator.url).searchParams.get('link')
    expect((await kit.sim('POST', '/sim/links', { url: link })).body).toEqual(result)
  })
})

describe('setting up again', () => {
  it('brings back templates that were there before a restart', async () => {
    const waba = {
      id: WABA,
      name: 'Muster GmbH',
      numbers: [],
      templates: [{ ...templateBody('aktion'), id: '1689556908129835' }],
    }
    await kit.sim('POST', '/sim/setup', { ...setupFor(kit.sink.url), wabas: [waba] })
    await kit.sim('POST', '/sim/setup', { ...setupFor(kit.sink.url), wabas: [waba] })
    const { body } = await kit.graph('GET', `${WABA}/message_templates`)
    expect(rows(body.data)).toMatchObject([{ id: '1689556908129835', name: 'aktion', status: 'APPROVED' }])
    await kit.person({ phone: '+4915112345678' })
    const { status } = await kit.send('+4915112345678', templateSend('aktion'))
    expect(status).toBe(200)
  })
})

describe('dials, log and events', () => {
  it('refuse what makes no sense', async () => {
    for (const dials of [{ readRate: 2 }, { deliverMs: [9, 1] }, { unknown: 1 }]) {
      expect((await kit.sim('PATCH', '/sim/dials', dials)).status).toBe(400)
    }
    expect((await kit.sim('PATCH', '/sim/dials', { readRate: 0.5 })).body).toMatchObject({
      readRate: 0.5,
      deliverMs: [1, 5],
    })
  })

  it('keep every request with its answer', async () => {
    await kit.send('+4915112345678', { type: 'text', text: { body: 'Grüße' } })
    const { body } = await kit.sim('GET', '/sim/log?kind=request')
    expect(rows(body.entries).at(-1)).toMatchObject({
      kind: 'request',
      method: 'POST',
      path: `/v25.0/${NUMBER}/messages`,
      status: 200,
      body: { text: { body: 'Grüße' } },
      response: { messaging_product: 'whatsapp' },
    })
    expect(JSON.stringify(body)).not.toContain('simulator-token')
  })

  it('stream what happens', async () => {
    const abort = new AbortController()
    const response = await fetch(`${kit.simulator.url}/sim/events`, { signal: abort.signal })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const person = await kit.person({ phone: '+4915112345678' })
    await kit.writes(person, 'Hallo')
    let text = ''
    for await (const part of response.body ?? []) {
      text += Buffer.from(part).toString()
      if (text.includes('event: message') && text.includes('event: status')) break
    }
    const message = /event: message\ndata: (.*)\n/.exec(text)?.[1] ?? '{}'
    expect(JSON.parse(message)).toMatchObject({
      message: { personId: person.id, body: 'Hallo', direction: 'out' },
    })
    abort.abort()
  })

  it('reset empties people, chats, templates and log, and keeps the set-up', async () => {
    await kit.person({ phone: '+4915112345678' })
    await kit.template('aktion')
    await kit.sim('POST', '/sim/reset')
    expect((await kit.sim('GET', '/sim/people')).body).toEqual({ people: [] })
    expect((await kit.sim('GET', '/sim/templates')).body).toEqual([])
    expect(rows((await kit.sim('GET', '/sim/log')).body.entries)).toEqual([])
    expect((await kit.graph('GET', `${NUMBER}?fields=status`)).status).toBe(200)
    await kit.person({ phone: '+4915112345678' })
  })
})
