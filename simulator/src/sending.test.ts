import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, type Kit, NUMBER, startKit, templateBody, templateSend, until } from './testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const MIA = '+4915112345678'
const text = (body: string): Record<string, unknown> => ({ type: 'text', text: { body } })

async function failure(id: string): Promise<unknown> {
  await until(() => kit.statusesOf(id).length > 0)
  const [status] = kit.statusesOf(id)
  expect(status?.status).toBe('failed')
  expect(status?.pricing).toBeUndefined()
  return (status?.errors as { code: number }[] | undefined)?.[0]?.code
}

describe('service window', () => {
  it('is closed before the person wrote', async () => {
    await kit.person({ phone: MIA })
    const answer = await kit.send(MIA, text('Hallo'))
    expect(answer.status).toBe(200)
    expect(await failure(idOf(answer))).toBe(131047)
  })

  it('is open for 24 h after the last message and closed after', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.writes(person, 'Hallo')
    await kit.sim('POST', '/sim/clock', { advanceMs: 24 * 3_600_000 - 60_000 })
    const early = idOf(await kit.send(MIA, text('noch offen')))
    await until(() => kit.statusesOf(early).length === 2)
    await kit.sim('POST', '/sim/clock', { advanceMs: 60_000 })
    expect(await failure(idOf(await kit.send(MIA, text('zu spät'))))).toBe(131047)
    expect((await kit.chat(person)).map((message) => message.body)).toEqual(['Hallo', 'noch offen'])
  })
})

describe('a failure that comes with the answer', () => {
  it('131047, 131026, 131050: when the dial says so, and what goes out is counted once', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.template('aktion')
    await kit.sim('PATCH', '/sim/dials', { refuseAtOnce: true })
    const late = await kit.send(MIA, text('Hallo'))
    expect([late.status, late.body.error?.code]).toEqual([400, 131047])
    const nobody = await kit.send('+4915100000000', templateSend('aktion'))
    expect([nobody.status, nobody.body.error?.code]).toEqual([400, 131026])
    expect((await kit.send(MIA, templateSend('aktion'))).status).toBe(200)
    await kit.sim('POST', `/sim/people/${person.id}/marketing`, { phoneNumberId: NUMBER, value: 'stop' })
    const stopped = await kit.send(MIA, templateSend('aktion'))
    expect([stopped.status, stopped.body.error?.code]).toEqual([400, 131050])
    await kit.writes(person, 'Hallo')
    const open = idOf(await kit.send(MIA, text('Hallo')))
    await until(() => kit.statusesOf(open).length === 2)
    const { body } = await kit.sim('GET', '/sim/numbers')
    expect(body).toMatchObject([{ reached24h: 1 }])
    expect(kit.sink.statuses().some(({ status }) => status === 'failed')).toBe(false)
  })
})

describe('who cannot be reached', () => {
  it('is somebody without WhatsApp', async () => {
    await kit.template('aktion')
    expect(await failure(idOf(await kit.send('+4915100000000', templateSend('aktion'))))).toBe(131026)
  })

  it('is somebody who blocked the number', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.template('aktion')
    await kit.sim('POST', `/sim/people/${person.id}/blocks`, { phoneNumberId: NUMBER, blocked: true })
    expect(await failure(idOf(await kit.send(MIA, templateSend('aktion'))))).toBe(131026)
    expect(
      (await kit.sim('POST', `/sim/people/${person.id}/messages`, { phoneNumberId: NUMBER, text: 'x' }))
        .status,
    ).toBe(409)
  })

  it('is, for marketing only, somebody who stopped marketing in WhatsApp', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.template('aktion')
    const utility = {
      components: (templateBody('x').components as unknown[]).slice(0, 1),
      category: 'UTILITY',
    }
    await kit.template('versand', utility)
    await kit.sim('POST', `/sim/people/${person.id}/marketing`, { phoneNumberId: NUMBER, value: 'stop' })
    await until(() => kit.sink.changes().some((change) => change.field === 'user_preferences'))
    const change = kit.sink.changes().find((one) => one.field === 'user_preferences')
    const [preference] = (change?.value.user_preferences ?? []) as Record<string, unknown>[]
    expect(preference).toMatchObject({
      wa_id: '4915112345678',
      user_id: person.bsuid,
      category: 'marketing_messages',
      value: 'stop',
    })
    expect(typeof preference?.timestamp).toBe('number')
    expect(await failure(idOf(await kit.send(MIA, templateSend('aktion'))))).toBe(131050)
    const plain = {
      type: 'template',
      template: { name: 'versand', language: { code: 'de' }, components: [bodyParameter] },
    }
    const id = idOf(await kit.send(MIA, plain))
    await until(() => kit.statusesOf(id).length === 2)
    await kit.sim('POST', `/sim/people/${person.id}/marketing`, { phoneNumberId: NUMBER, value: 'resume' })
    const resumed = idOf(await kit.send(MIA, templateSend('aktion')))
    await until(() => kit.statusesOf(resumed).length === 2)
  })

  it('counts against the messaging limit when that dial is on', async () => {
    await kit.sim('PATCH', '/sim/dials', { enforceLimit: true })
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { limit: 'TIER_250', throughput: 'HIGH' })
    await kit.sim('POST', '/sim/crowd', { count: 251, phoneNumberId: NUMBER })
    await kit.template('aktion')
    const ids: string[] = []
    for (let n = 1; n <= 251; n++)
      ids.push(idOf(await kit.send(`+${4_915_120_000_000 + n}`, templateSend('aktion'))))
    expect(await failure(ids[250] ?? '')).toBe(131048)
    const { body: numbers } = await kit.sim('GET', '/sim/numbers')
    expect(numbers[0]?.reached24h).toBe(250)
  })
})

const bodyParameter = { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: 'Mia' }] }

describe('a person with a username', () => {
  it('shows no phone number and is reached by BSUID', async () => {
    const person = await kit.person({ phone: null, username: 'miam' })
    expect(person.phone).toBeNull()
    await kit.writes(person, 'Hallo')
    await until(() => kit.sink.messages().length === 1)
    const [message] = kit.sink.messages()
    expect(message).toMatchObject({ from_user_id: person.bsuid })
    expect(message).not.toHaveProperty('from')
    const [change] = kit.sink.changes()
    expect(change?.value.contacts).toEqual([
      { profile: { name: 'Mia Möller', username: '@miam' }, user_id: person.bsuid },
    ])
    const answer = await kit.graph('POST', `${NUMBER}/messages`, {
      messaging_product: 'whatsapp',
      recipient: person.bsuid,
      ...text('Hallo'),
    })
    expect(answer.body.contacts).toEqual([{ input: person.bsuid, user_id: person.bsuid }])
    await until(() => kit.statusesOf(idOf(answer)).length === 2)
    for (const status of kit.statusesOf(idOf(answer))) {
      expect(status).toMatchObject({ recipient_user_id: person.bsuid })
      expect(status).not.toHaveProperty('recipient_id')
    }
  })

  it('hides a number that was visible before', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.writes(person, 'vorher')
    await kit.sim('POST', `/sim/people/${person.id}/username`, { username: '@miam' })
    await kit.writes(person, 'nachher')
    await until(() => kit.sink.messages().length === 2)
    expect(kit.sink.messages().map((message) => message.from)).toEqual(['4915112345678', undefined])
    expect(new Set(kit.sink.messages().map((message) => message.from_user_id)).size).toBe(1)
  })
})

describe('a new phone number', () => {
  it('is told as a system message without contacts, and the old address reaches nobody', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.writes(person, 'Hallo')
    const { body } = await kit.sim('POST', `/sim/people/${person.id}/number`, { phone: '+49 1511 9999999' })
    await until(() => kit.sink.messages().length === 2)
    const change = kit.sink.changes()[1]
    expect(change?.value).not.toHaveProperty('contacts')
    expect(kit.sink.messages()[1]).toMatchObject({
      from: '4915112345678',
      from_user_id: person.bsuid,
      type: 'system',
      system: {
        type: 'user_changed_number',
        wa_id: '4915119999999',
        user_id: body.bsuid,
        previous_user_id: person.bsuid,
      },
    })
    expect((await kit.chat(person)).at(-1)).toMatchObject({
      type: 'system',
      body: 'Neue Nummer: +4915119999999',
    })
    expect(await failure(idOf(await kit.send(MIA, text('Hallo'))))).toBe(131026)
  })
})

describe('buttons and rows', () => {
  it('of an interactive message come back as interactive with context', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.writes(person, 'START')
    const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
    const action = { buttons: [reply('doi:yes:7', 'JA'), reply('doi:no:7', 'NEIN')] }
    const id = idOf(
      await kit.send(MIA, {
        type: 'interactive',
        interactive: { type: 'button', body: { text: 'Möchtest du?' }, action },
      }),
    )
    await until(async () => (await kit.chat(person)).length === 2)
    await kit.sim('POST', `/sim/people/${person.id}/taps`, { messageId: id, index: 0 })
    await until(() => kit.sink.messages().length === 2)
    expect(kit.sink.messages()[1]).toMatchObject({
      context: { from: '4930123456', id },
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'doi:yes:7', title: 'JA' } },
    })
    expect((await kit.chat(person))[1]?.tapped).toEqual(['JA'])
  })

  it('of a template come back as button with its payload; links tell nobody', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.template('aktion')
    const id = idOf(await kit.send(MIA, templateSend('aktion', 'Zoë')))
    await until(async () => (await kit.chat(person)).length === 1)
    expect((await kit.chat(person))[0]).toMatchObject({
      body: 'Hallo Zoë, bis Sonntag gibt es zwanzig Prozent auf alles. Viel Spaß!',
      footer: 'Muster GmbH',
      buttons: [
        { index: 0, kind: 'url', text: 'Zum Shop', url: 'https://example.org/c/9' },
        { index: 1, kind: 'quick_reply', text: 'Abmelden', payload: 'optout:1' },
      ],
    })
    await kit.sim('POST', `/sim/people/${person.id}/taps`, { messageId: id, index: 0 })
    await kit.sim('POST', `/sim/people/${person.id}/taps`, { messageId: id, index: 1 })
    await until(() => kit.sink.messages().length === 1)
    expect(kit.sink.messages()).toHaveLength(1)
    expect(kit.sink.messages()[0]).toMatchObject({
      type: 'button',
      context: { id },
      button: { payload: 'optout:1', text: 'Abmelden' },
    })
  })

  it('cannot be tapped by somebody else', async () => {
    const [mia, ben] = [
      await kit.person({ phone: MIA }),
      await kit.person({ phone: '+4915187654321', name: 'Ben' }),
    ]
    await kit.template('aktion')
    const id = idOf(await kit.send(MIA, templateSend('aktion')))
    await until(async () => (await kit.chat(mia)).length === 1)
    expect((await kit.sim('POST', `/sim/people/${ben.id}/taps`, { messageId: id, index: 1 })).status).toBe(
      404,
    )
  })
})
