import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Content } from './content.ts'
import { toMetaComponents } from './meta.ts'
import { fromMetaComponents } from './read-meta.ts'
import { renderContent, renderTemplateBody } from './render.ts'
import { resolveVariables } from './variable-sources.ts'

const content = Content.parse({
  header: { format: 'text', text: 'Hallo {{first_name}}' },
  body: 'Bis {{day}} gibt es {{discount}} für dich, {{first_name}}!',
  footer: 'Abmelden jederzeit mit STOP',
  buttons: [
    { kind: 'url', text: 'Zum Shop', url: 'https://blatt.example' },
    { kind: 'quick_reply', text: 'Abmelden', optOut: true },
  ],
  samples: { first_name: 'Mia', day: 'Sonntag', discount: '20 %' },
})
const values = { first_name: 'Anna', day: 'Freitag', discount: '10 %' }

describe('renderTemplateBody', () => {
  it('fills named parameters in the order of the text, each once, and arms the opt-out button', () => {
    expect(
      renderTemplateBody(content, 'sommer_aktion', 'de', values, { optOutPayload: 'optout:t1' }),
    ).toEqual({
      type: 'template',
      template: {
        name: 'sommer_aktion',
        language: { code: 'de' },
        components: [
          { type: 'header', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Anna' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'day', text: 'Freitag' },
              { type: 'text', parameter_name: 'discount', text: '10 %' },
              { type: 'text', parameter_name: 'first_name', text: 'Anna' },
            ],
          },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '1',
            parameters: [{ type: 'payload', payload: 'optout:t1' }],
          },
        ],
      },
    })
  })

  it('leaves out components without variables, and sends a picture by link', () => {
    expect(renderTemplateBody({ body: 'Hallo zusammen', buttons: [], samples: {} }, 'a', 'de', {})).toEqual({
      type: 'template',
      template: { name: 'a', language: { code: 'de' } },
    })
    const picture = {
      header: { format: 'image' as const, url: 'https://a.example/b.png' },
      body: 'Hallo',
      buttons: [],
      samples: {},
    }
    expect(renderTemplateBody(picture, 'a', 'de', {}).template).toMatchObject({
      components: [
        { type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/b.png' } }] },
      ],
    })
  })

  it('sends numbered variables by position, without names', () => {
    const numbered = { body: 'Erst {{2}}, dann {{1}}, fertig.', buttons: [], samples: {} }
    expect(renderTemplateBody(numbered, 'a', 'de', { 1: 'eins', 2: 'zwei' }).template).toMatchObject({
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'eins' },
            { type: 'text', text: 'zwei' },
          ],
        },
      ],
    })
  })

  it('never sends a sample or nothing where a value is missing', () => {
    expect(() => renderTemplateBody(content, 'a', 'de', { ...values, day: ' ' })).toThrow('{{day}}')
    expect(() => renderTemplateBody(content, 'a', 'de', {})).toThrow()
  })

  it('gives every marked button its payload, wherever it stands, and never a forbidden character (property)', () => {
    const buttons = fc.array(
      fc.record({ kind: fc.constant('quick_reply' as const), text: fc.string(), optOut: fc.boolean() }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(buttons, fc.string({ minLength: 1 }), (list, value) => {
        fc.pre(value.trim() !== '')
        const body = renderTemplateBody({ body: 'a {{x}} b', buttons: list, samples: {} }, 'n', 'de', {
          x: value,
        })
        const text = JSON.stringify(body)
        expect(text.split('"optout:all"').length - 1).toBe(list.filter((button) => button.optOut).length)
        const components = (
          body.template as { components: { type: string; parameters: { text: string }[] }[] }
        ).components
        expect(components[0]?.parameters[0]?.text).not.toMatch(/[\n\t]| {5}/)
      }),
    )
  })
})

describe('renderContent', () => {
  it('fills what it knows and shows samples for the rest', () => {
    const rendered = renderContent(content, { first_name: 'Anna' })
    expect(rendered.header).toEqual({ format: 'text', text: 'Hallo Anna' })
    expect(rendered.body).toBe('Bis Sonntag gibt es 20 % für dich, Anna!')
  })
})

describe('components for Meta and back', () => {
  it('survives the way there and back', () => {
    expect(fromMetaComponents(toMetaComponents(content, () => ''))).toEqual(content)
  })

  it('names examples as Meta wants them', () => {
    expect(toMetaComponents(content, () => '')[0]).toEqual({
      type: 'HEADER',
      format: 'TEXT',
      text: 'Hallo {{first_name}}',
      example: { header_text_named_params: [{ param_name: 'first_name', example: 'Mia' }] },
    })
    expect(
      toMetaComponents(
        { ...content, header: { format: 'image', url: 'https://a.example/b.png' } },
        () => '4::aW',
      )[0],
    ).toEqual({
      type: 'HEADER',
      format: 'IMAGE',
      example: { header_handle: ['4::aW'] },
    })
  })

  it('reads numbered templates made elsewhere', () => {
    expect(
      fromMetaComponents([
        { type: 'BODY', text: 'Hallo {{1}}, heute {{2}} da.', example: { body_text: [['Mia', 'Farn']] } },
        { type: 'buttons', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
      ]),
    ).toEqual({
      body: 'Hallo {{1}}, heute {{2}} da.',
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions', optOut: true }],
      samples: { 1: 'Mia', 2: 'Farn' },
    })
  })

  it.each([
    [
      [
        { type: 'HEADER', format: 'PRODUCT' },
        { type: 'BODY', text: 'x' },
      ],
    ],
    [
      [
        { type: 'BODY', text: 'x' },
        { type: 'CAROUSEL', cards: [] },
      ],
    ],
    [
      [
        { type: 'BODY', text: 'x' },
        { type: 'BUTTONS', buttons: [{ type: 'OTP' }] },
      ],
    ],
    [
      [
        { type: 'BODY', text: 'x' },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://{{1}}.example' }] },
      ],
    ],
    [[{ type: 'FOOTER', text: 'x' }]],
    ['nothing'],
  ])('says no to what cannot be sent: %j', (components) => expect(fromMetaComponents(components)).toBeNull())
})

describe('resolveVariables', () => {
  const sources = {
    a: { from: 'fixed', value: '20 %' },
    b: { from: 'first_name', fallback: 'du' },
    c: { from: 'attribute', key: 'city', fallback: 'deiner Stadt' },
  } as const

  it.each([
    [
      { name: 'Anna Maria Schmidt', attributes: { city: 'Wien' } },
      { a: '20 %', b: 'Anna', c: 'Wien' },
    ],
    [
      { name: null, attributes: {} },
      { a: '20 %', b: 'du', c: 'deiner Stadt' },
    ],
    [
      { name: '🌸 Flora', attributes: { city: '  ' } },
      { a: '20 %', b: 'du', c: 'deiner Stadt' },
    ],
    [
      { name: 'Jean-Luc', attributes: { city: 7 } },
      { a: '20 %', b: 'Jean-Luc', c: '7' },
    ],
    [
      { name: 'O’Brien', attributes: { city: { deep: true } } },
      { a: '20 %', b: 'O’Brien', c: 'deiner Stadt' },
    ],
  ])('%j', (person, expected) => expect(resolveVariables(sources, person)).toEqual(expected))
})
