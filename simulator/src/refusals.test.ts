import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Kit, startKit, templateSend, WABA } from './testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const MIA = '+4915112345678'
const text = (body: string): Record<string, unknown> => ({ type: 'text', text: { body } })
const bodyParameter = { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: 'Mia' }] }

describe('what is refused at once', () => {
  const cases: [string, Record<string, unknown>, number, number][] = [
    ['no text', { type: 'text', text: {} }, 400, 131008],
    ['a text of 4,097 characters', text('x'.repeat(4097)), 400, 131009],
    ['no address', { ...text('x'), to: undefined }, 400, 131008],
    ['a BSUID that is none', { ...text('x'), to: undefined, recipient: 'nonsense' }, 400, 131009],
    ['the own number', { ...text('x'), to: '+49 30 123456' }, 400, 131021],
    ['an unknown kind', { type: 'hologram' }, 400, 131051],
    [
      'four buttons',
      {
        type: 'interactive',
        interactive: { type: 'button', body: { text: 'x' }, action: { buttons: buttons(4) } },
      },
      400,
      131009,
    ],
    [
      'buttons with the same title',
      {
        type: 'interactive',
        interactive: { type: 'button', body: { text: 'x' }, action: { buttons: buttons(2, 'JA') } },
      },
      400,
      131009,
    ],
    ['an unknown template', templateSend('gibt_es_nicht'), 404, 132001],
    ['another language', changed({ language: { code: 'en' } }), 404, 132001],
    ['no parameter', changed({ components: [] }), 400, 132000],
    [
      'a name that is not in the template',
      changed({
        components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'x' }] }],
      }),
      400,
      132012,
    ],
    [
      'a line break in a parameter',
      changed({
        components: [
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: 'a\nb' }] },
        ],
      }),
      400,
      132018,
    ],
    ['no parameter for the link', changed({ components: [bodyParameter] }), 400, 131008],
  ]
  it.each(cases)('%s', async (_name, message, http, code) => {
    await kit.template('aktion')
    const answer = await kit.send(MIA, message)
    expect([answer.status, answer.body.error?.code]).toEqual([http, code])
  })

  function buttons(count: number, title?: string): unknown[] {
    return Array.from({ length: count }, (_, n) => ({
      type: 'reply',
      reply: { id: `b${n}`, title: title ?? `Knopf ${n}` },
    }))
  }

  function changed(more: Record<string, unknown>): Record<string, unknown> {
    const send = templateSend('aktion') as { type: string; template: Record<string, unknown> }
    return { ...send, template: { ...send.template, ...more } }
  }

  it('more than 80 messages in a second, and all of them when the dial says so', async () => {
    await kit.person({ phone: MIA })
    const answers = await Promise.all(Array.from({ length: 400 }, () => kit.send(MIA, text('x'))))
    const refused = answers.filter((answer) => Number(answer.body.error?.code) === 130429)
    expect(refused.length).toBeGreaterThan(0)
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(80)
    expect(refused[0]?.body.error?.error_subcode).toBe(2494055)
    await kit.sim('PATCH', '/sim/dials', { http429Rate: 1 })
    const answer = await kit.graph('GET', `${WABA}?fields=name`)
    expect([answer.status, answer.body.error?.code, answer.headers.get('retry-after')]).toEqual([429, 4, '1'])
  })

  it('a burst to one person when the pair dial is on', async () => {
    await kit.sim('PATCH', '/sim/dials', { pairLimit: true })
    await kit.person({ phone: MIA })
    const codes: unknown[] = []
    for (let n = 0; n < 47; n++) codes.push((await kit.send(MIA, text('x'))).body.error?.code)
    expect(codes.slice(0, 45).every((code) => code === undefined)).toBe(true)
    expect(codes[46]).toBe(131056)
  })
})
