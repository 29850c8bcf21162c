import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, type Kit, rows, startKit, until, WABA } from '../testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

type Json = Record<string, unknown>
const MIA = '+4915112345678'

const card = (more: { format?: string; body?: string; buttons?: Json[] } = {}): Json => ({
  components: [
    { type: 'HEADER', format: more.format ?? 'IMAGE', example: { header_handle: ['4::abc'] } },
    { type: 'BODY', text: more.body ?? 'Ein Sessel für {{ort}} und mehr', example: named('ort', 'Bonn') },
    {
      type: 'BUTTONS',
      buttons: more.buttons ?? [
        {
          type: 'URL',
          text: 'Ansehen',
          url: 'https://example.org/{{1}}',
          example: ['https://example.org/1'],
        },
        { type: 'QUICK_REPLY', text: 'Mehr davon' },
      ],
    },
  ],
})
const named = (param_name: string, example: string): Json => ({
  body_text_named_params: [{ param_name, example }],
})
const carousel = (cards: Json[], beside: Json[] = []): Json => ({
  name: 'karussell',
  language: 'de',
  category: 'MARKETING',
  parameter_format: 'named',
  components: [{ type: 'BODY', text: 'Neu bei uns' }, ...beside, { type: 'CAROUSEL', cards }],
})
const create = (body: Json) => kit.graph('POST', `${WABA}/message_templates`, body)

describe('carousel', () => {
  it.each<[string, Json, number]>([
    ['one card', carousel([card()]), 2388081],
    ['eleven cards', carousel(Array.from({ length: 11 }, () => card())), 2388081],
    ['cards of different build', carousel([card(), card({ format: 'VIDEO' })]), 2388081],
    ['a card of 161 characters', carousel([card({ body: 'x'.repeat(161) }), card()]), 2388040],
    ['a card without a picture', carousel([card({ format: 'TEXT' }), card()]), 2388081],
    ['a card without buttons', carousel([card({ buttons: [] }), card({ buttons: [] })]), 2388081],
    ['a footer beside it', carousel([card(), card()], [{ type: 'FOOTER', text: 'Muster' }]), 2388081],
  ])('is refused with %s', async (_name, body, subcode) => {
    const answer = await create(body)
    expect([answer.status, answer.body.error?.code, answer.body.error?.error_subcode]).toEqual([
      400,
      100,
      subcode,
    ])
  })

  it('is sent card by card, and a tap on a card comes back with its own payload', async () => {
    const person = await kit.person({ phone: MIA })
    await kit.template('karussell', carousel([card(), card()]))
    const cards = [0, 1].map((card_index) => ({
      card_index,
      components: [
        { type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.org/a.jpg' } }] },
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'ort', text: `Ort ${card_index}` }] },
        {
          type: 'button',
          sub_type: 'url',
          index: '0',
          parameters: [{ type: 'text', text: `c/${card_index}` }],
        },
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: 1,
          parameters: [{ type: 'payload', payload: `card:${card_index}` }],
        },
      ],
    }))
    const send = (given: Json[]) =>
      kit.send(MIA, {
        type: 'template',
        template: {
          name: 'karussell',
          language: { code: 'de' },
          components: [{ type: 'carousel', cards: given }],
        },
      })
    expect((await send(cards.slice(0, 1))).body.error?.code).toBe(132000)
    const id = idOf(await send(cards))
    await until(async () => (await kit.chat(person)).length === 1)
    const [message] = await kit.chat(person)
    expect(message?.cards).toEqual([
      {
        header: { format: 'image', url: 'https://example.org/a.jpg' },
        body: 'Ein Sessel für Ort 0 und mehr',
        buttons: [0, 1],
      },
      {
        header: { format: 'image', url: 'https://example.org/a.jpg' },
        body: 'Ein Sessel für Ort 1 und mehr',
        buttons: [2, 3],
      },
    ])
    expect(message?.buttons?.[2]).toMatchObject({ kind: 'url', url: 'https://example.org/c/1' })
    await kit.sim('POST', `/sim/people/${person.id}/taps`, { messageId: id, index: 3 })
    await until(() => kit.sink.messages().length === 1)
    expect(kit.sink.messages()[0]).toMatchObject({
      type: 'button',
      context: { id },
      button: { payload: 'card:1', text: 'Mehr davon' },
    })
  })
})

describe('other parts', () => {
  it('a place in the header needs coordinates in the send', async () => {
    const person = await kit.person({ phone: MIA })
    const components = [
      { type: 'HEADER', format: 'LOCATION' },
      { type: 'BODY', text: 'Hier sind wir' },
    ]
    await kit.template('ort', { components })
    const send = (parameters: Json[]) =>
      kit.send(MIA, {
        type: 'template',
        template: { name: 'ort', language: { code: 'de' }, components: [{ type: 'header', parameters }] },
      })
    expect((await send([])).body.error?.code).toBe(132012)
    const location = { latitude: '52.52', longitude: '13.40', name: 'Laden', address: 'Am Markt 1' }
    expect((await send([{ type: 'location', location }])).status).toBe(200)
    await until(async () => (await kit.chat(person)).length === 1)
    expect((await kit.chat(person))[0]?.header).toEqual({ format: 'location', text: 'Laden, Am Markt 1' })
  })

  it('a code to copy has its own parameter, and a button may ask for the number', async () => {
    const buttons = (list: Json[]) => ({
      components: [
        { type: 'BODY', text: 'Guten Tag' },
        { type: 'BUTTONS', buttons: list },
      ],
    })
    await kit.template('code', buttons([{ type: 'COPY_CODE', example: 'SOMMER20' }]))
    await kit.person({ phone: MIA })
    const send = (components: Json[]) =>
      kit.send(MIA, { type: 'template', template: { name: 'code', language: { code: 'de' }, components } })
    expect((await send([])).body.error?.code).toBe(131008)
    const parameters = [{ type: 'coupon_code', coupon_code: 'HERBST' }]
    expect((await send([{ type: 'button', sub_type: 'copy_code', index: 0, parameters }])).status).toBe(200)
    await kit.template('nummer', buttons([{ type: 'REQUEST_CONTACT_INFO' }]))
    const wrong = await create({
      name: 'falsch',
      language: 'de',
      category: 'UTILITY',
      ...buttons([{ type: 'REQUEST_CONTACT_INFO', text: 'Nummer her' }]),
    })
    expect(wrong.body.error?.error_subcode).toBe(2388153)
    expect(rows((await kit.graph('GET', `${WABA}/message_templates`)).body.data)).toHaveLength(2)
  })
})
