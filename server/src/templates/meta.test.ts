import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Content, type TemplateButton } from './content.ts'
import { mergeContent } from './merge.ts'
import { toMetaComponents } from './meta.ts'
import { fromMetaComponents } from './read-meta.ts'
import { renderContent, renderTemplateBody } from './render.ts'
import { variableNames } from './variables.ts'

const word = fc.stringMatching(/^[A-Za-zäöü]{1,12}$/)
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((text) => !text.startsWith('link'))
const text = fc
  .array(
    fc.oneof(
      word,
      name.map((each) => `{{${each}}}`),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '))
const url = word.map((path) => `https://a.example/${path}?c=`)
const suffix = fc.oneof(
  fc.constant(undefined),
  fc.constant({ from: 'campaign' as const }),
  fc.constant({ from: 'source' as const }),
  name.map((each) => ({ from: 'variable' as const, name: each })),
)
const link = fc
  .record({ text: word, url, suffix })
  .map(({ suffix, ...rest }): TemplateButton => ({ kind: 'url', ...rest, ...(suffix ? { suffix } : {}) }))
const button: fc.Arbitrary<TemplateButton> = fc.oneof(
  word.map((each) => ({ kind: 'quick_reply' as const, text: `Antwort ${each}` })),
  word.map((each) => ({ kind: 'quick_reply' as const, text: each, optOut: true })),
  word.map((each) => ({ kind: 'phone_number' as const, text: each, phone: '+4930123456' })),
  link,
)
const code = fc.oneof(
  fc.stringMatching(/^[A-Z0-9]{3,12}$/),
  name.map((each) => `{{${each}}}`),
)
const topButton = fc.oneof(
  button,
  code.map((each): TemplateButton => ({ kind: 'copy_code', code: each })),
)
const media = fc.record({
  format: fc.constantFrom('image' as const, 'video' as const),
  url: fc.constant('https://a.example/file'),
})
const header = fc.oneof(
  text.map((each) => ({ format: 'text' as const, text: each })),
  media,
  fc.constant({
    format: 'document' as const,
    mediaId: '0198f000-0000-7000-8000-000000000001',
    filename: 'a.pdf',
  }),
  fc.constant({
    format: 'location' as const,
    latitude: 52.5,
    longitude: 13.4,
    name: 'Laden',
    address: 'Berlin',
  }),
)
const plain = fc.record(
  { header, body: text, footer: word, buttons: fc.array(topButton, { maxLength: 6 }) },
  { requiredKeys: ['body', 'buttons'] },
)
const carousel = fc.record({
  body: text,
  buttons: fc.constant([]),
  cards: fc.array(
    fc.record({ header: media, body: text, buttons: fc.array(button, { minLength: 1, maxLength: 2 }) }),
    { minLength: 2, maxLength: 4 },
  ),
})
/** Every variable has an example. */
const content = fc.oneof(plain, carousel).map((shape): Content => {
  const bare = Content.parse(shape)
  const samples = Object.fromEntries(variableNames(bare).map((each, index) => [each, `beispiel${index}`]))
  return { ...bare, samples }
})

describe('components for Meta and back, every kind', () => {
  it('what we build is what we read back, with what only we know put in again (property)', () => {
    fc.assert(
      fc.property(content, (ours) => {
        const theirs = fromMetaComponents(toMetaComponents(ours, (where) => `https://meta.example/${where}`))
        expect(theirs).not.toBeNull()
        if (theirs) expect(mergeContent(ours, theirs)).toEqual(ours)
      }),
      { numRuns: 300 },
    )
  })

  it('a send fills every component that has something to fill, and a preview leaves no variable (property)', () => {
    const sending = {
      campaignCode: 'k1',
      sourceCode: 'q1',
      media: new Map([['0198f000-0000-7000-8000-000000000001', '77']]),
    }
    fc.assert(
      fc.property(content, (ours) => {
        const body = JSON.stringify(renderTemplateBody(ours, 'n', 'de', ours.samples, sending))
        expect(body).not.toContain('{{')
        expect(JSON.stringify(renderContent(ours, {}))).not.toContain('{{')
        for (const each of variableNames(ours)) expect(body).toContain(ours.samples[each])
      }),
      { numRuns: 200 },
    )
  })

  it('sends a card set as Meta wants it, with codes that many people share', () => {
    const cards = [1, 2].map((number) => ({
      header: { format: 'image' as const, url: `https://a.example/${number}.png` },
      body: 'Für {{plant}}',
      buttons: [
        {
          kind: 'url' as const,
          text: 'Ansehen',
          url: 'https://a.example/?c=',
          suffix: { from: 'campaign' as const },
        },
        { kind: 'quick_reply' as const, text: 'Abmelden', optOut: true },
      ],
    }))
    const ours: Content = { body: 'Neu im Laden', buttons: [], cards, samples: { plant: 'Farne' } }
    const { template } = renderTemplateBody(ours, 'n', 'de', { plant: 'Moos' }, { campaignCode: 'k1' })
    expect(template).toMatchObject({
      components: [
        {
          type: 'carousel',
          cards: [
            {
              card_index: 0,
              components: [
                {
                  type: 'header',
                  parameters: [{ type: 'image', image: { link: 'https://a.example/1.png' } }],
                },
                { type: 'body', parameters: [{ type: 'text', parameter_name: 'plant', text: 'Moos' }] },
                { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'k1' }] },
                {
                  type: 'button',
                  sub_type: 'quick_reply',
                  index: '1',
                  parameters: [{ type: 'payload', payload: 'optout:all' }],
                },
              ],
            },
            { card_index: 1 },
          ],
        },
      ],
    })
  })

  it('never sends without a file, a place or a code', () => {
    const base = { body: 'x', buttons: [], samples: {} }
    const send = (part: Partial<Content>) => () => renderTemplateBody({ ...base, ...part }, 'n', 'de', {})
    const place = { format: 'location' as const, latitude: null, longitude: null, name: '', address: '' }
    expect(send({ header: { format: 'video' } })).toThrow('missing')
    expect(send({ header: { format: 'video', mediaId: '0198f000-0000-7000-8000-000000000001' } })).toThrow(
      'at WhatsApp',
    )
    expect(send({ header: place })).toThrow('place')
    const suffix = { from: 'campaign' as const }
    expect(send({ buttons: [{ kind: 'url', text: 'a', url: 'https://a.example/', suffix }] })).toThrow(
      'campaign',
    )
  })

  it('leaves alone what it could not send: cards with numbered variables, a variable in the middle of a link', () => {
    const card = {
      components: [
        { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::a'] } },
        { type: 'BODY', text: 'Nummer {{1}} da' },
      ],
    }
    expect(
      fromMetaComponents([
        { type: 'BODY', text: 'x' },
        { type: 'CAROUSEL', cards: [card, card] },
      ]),
    ).toBeNull()
  })
})
