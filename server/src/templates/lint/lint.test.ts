import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content } from '../content.ts'
import { checkTemplate, type TemplateDraft } from './lint.ts'
import { findPromotion } from './promotion.ts'
import { HARMLESS, PROMOTIONAL } from './promotion-corpus.ts'

const good: Content = {
  header: { format: 'text', text: 'Neu bei Blatt & Blüte' },
  body: 'Hallo {{first_name}}, bis Sonntag gibt es {{discount}} auf alle Pflanzen im Laden von Blatt & Blüte.',
  footer: 'Abmelden jederzeit mit STOP',
  buttons: [
    { kind: 'url', text: 'Zum Shop', url: 'https://blatt.example/pflanzen' },
    { kind: 'quick_reply', text: 'Abmelden', optOut: true },
  ],
  samples: { first_name: 'Mia', discount: '20 Prozent' },
}
const findings = (content: Partial<Content> = {}, draft: Partial<TemplateDraft> = {}) =>
  checkTemplate(
    {
      name: 'sommer_aktion',
      language: 'de',
      category: 'marketing',
      ...draft,
      content: { ...good, ...content },
    },
    'Blatt & Blüte',
  )
const errors = (...args: Parameters<typeof findings>) =>
  findings(...args)
    .filter((finding) => finding.severity === 'error')
    .map((finding) => `${finding.code}@${finding.where}`)
const warnings = (...args: Parameters<typeof findings>) =>
  findings(...args)
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => finding.code)

describe('templates that Meta takes and the law allows', () => {
  it.each<[string, Partial<Content>]>([
    ['the full example', {}],
    ['no header', { header: undefined }],
    ['a picture', { header: { format: 'image', url: 'https://blatt.example/a.jpg' } }],
    ['opt-out by footer only', { buttons: [] }],
    ['opt-out by button only', { footer: undefined }],
    ['an English footer', { footer: 'Write STOP to unsubscribe' }],
    ['1,024 characters', { body: `Blatt & Blüte ${'x'.repeat(1010)}`, samples: {} }],
    ['emoji and formatting in the body', { body: 'Hallo *Mia* 🌱, Blatt & Blüte hat _Neues_.', samples: {} }],
    ['two line breaks', { body: 'Hallo Mia,\n\nhier ist Blatt & Blüte.', samples: {} }],
    [
      'numbered variables',
      { body: 'Hallo {{1}}, neu ist heute {{2}} bei uns.', samples: { 1: 'Mia', 2: 'Farn' } },
    ],
    [
      'two quick replies',
      {
        buttons: [
          { kind: 'quick_reply', text: 'Mehr dazu' },
          { kind: 'quick_reply', text: 'Stopp', optOut: true },
        ],
      },
    ],
  ])('%s', (_, content) => expect(errors(content)).toEqual([]))

  it('utility texts about the order itself', () => {
    for (const body of [
      'Deine Bestellung {{order}} ist heute angekommen. Danke!',
      'Dein Termin am {{order}} ist bestätigt, bis dann.',
      'Ihr Paket wurde verschickt: Sendung {{order}} ist da.',
      'Your invoice {{order}} is ready, thank you for waiting.',
    ]) {
      expect(
        errors({ body, footer: undefined, buttons: [], samples: { order: '4711' } }, { category: 'utility' }),
      ).toEqual([])
    }
  })
})

describe('what Meta refuses', () => {
  it.each<[string, Partial<Content>]>([
    ['header_length@header', { header: { format: 'text', text: 'x'.repeat(61) } }],
    [
      'header_variables@header',
      {
        header: { format: 'text', text: 'Von {{a}} für {{b}} da' },
        samples: { ...good.samples, a: '1', b: '2' },
      },
    ],
    ['header_format@header', { header: { format: 'text', text: 'Neu 🌱' } }],
    ['header_format@header', { header: { format: 'text', text: '*Neu*' } }],
    ['header_empty@header', { header: { format: 'text', text: ' ' } }],
    ['header_file@header', { header: { format: 'image', url: 'blatt.example/a.jpg' } }],
    ['body_empty@body', { body: ' ', samples: {} }],
    ['body_length@body', { body: 'x'.repeat(1025) }],
    ['body_spaces@body', { body: 'Blatt     & Blüte' }],
    ['body_line_breaks@body', { body: 'Blatt\n\n\n& Blüte' }],
    ['variable_at_edge@body', { body: '{{first_name}}, es gibt Neues bei Blatt & Blüte.' }],
    ['variable_at_edge@body', { body: 'Es gibt Neues bei Blatt & Blüte, {{first_name}}' }],
    ['variables_adjacent@body', { body: 'Hallo du {{first_name}} {{discount}} gibt es bei uns heute.' }],
    ['variable_density@body', { body: 'Hi {{first_name}} und {{discount}} da' }],
    [
      'variable_name@body',
      { body: 'Hallo {{First Name}}, schön dass du da bist.', samples: { 'First Name': 'Mia' } },
    ],
    ['variable_name@body', { body: 'Hallo {{na#me}}, schön dass du da bist.', samples: { 'na#me': 'Mia' } }],
    ['variable_braces@body', { body: 'Hallo {{first_name}, schön dass du da bist.' }],
    [
      'variables_mixed@body',
      { body: 'Hallo {{1}}, neu ist heute {{name}} bei uns.', samples: { 1: 'Mia', name: 'Farn' } },
    ],
    ['sample_missing@samples.discount', { samples: { first_name: 'Mia' } }],
    ['footer_length@footer', { footer: `STOP ${'x'.repeat(60)}` }],
    ['footer_variables@footer', { footer: 'STOP {{name}}' }],
    ['footer_format@footer', { footer: 'STOP 🛑' }],
    [
      'buttons_total@buttons',
      { buttons: Array.from({ length: 11 }, (_, n) => ({ kind: 'quick_reply' as const, text: `${n}` })) },
    ],
    [
      'buttons_url@buttons',
      { buttons: [1, 2, 3].map((n) => ({ kind: 'url' as const, text: `${n}`, url: 'https://a.example' })) },
    ],
    [
      'buttons_phone@buttons',
      { buttons: [1, 2].map((n) => ({ kind: 'phone_number' as const, text: `${n}`, phone: '+4930123456' })) },
    ],
    [
      'buttons_grouping@buttons',
      {
        buttons: [
          { kind: 'quick_reply', text: 'a' },
          { kind: 'url', text: 'b', url: 'https://a.example' },
          { kind: 'quick_reply', text: 'c' },
        ],
      },
    ],
    ['button_length@buttons.0', { buttons: [{ kind: 'quick_reply', text: 'x'.repeat(26) }] }],
    ['button_empty@buttons.0', { buttons: [{ kind: 'quick_reply', text: '' }] }],
    ['button_format@buttons.0', { buttons: [{ kind: 'quick_reply', text: 'Hi {{name}}' }] }],
    [
      'button_twice@buttons.1',
      {
        buttons: [
          { kind: 'quick_reply', text: 'Ja' },
          { kind: 'quick_reply', text: 'ja' },
        ],
      },
    ],
    ['button_url@buttons.0', { buttons: [{ kind: 'url', text: 'Shop', url: 'blatt.example' }] }],
    [
      'button_url_variable@buttons.0',
      { buttons: [{ kind: 'url', text: 'Shop', url: 'https://blatt.example/{{1}}' }] },
    ],
    [
      'button_url_chat@buttons.0',
      { buttons: [{ kind: 'url', text: 'Chat', url: 'https://wa.me/4930123456' }] },
    ],
    [
      'button_phone@buttons.0',
      { buttons: [{ kind: 'phone_number', text: 'Anrufen', phone: '030 / 12 34' }] },
    ],
  ])('%s', (expected, content) => expect(errors(content)).toContain(expected))

  it.each([
    ['name@name', { name: 'Sommer-Aktion' }],
    ['language@language', { language: 'de_DE' }],
    ['name_missing@name', { name: '' }],
    ['category_codes@category', { category: 'authentication' as const }],
  ])('%s', (expected, draft) => expect(errors({}, draft)).toContain(expected))
})

describe('what the law and fairness ask', () => {
  it('C-27: refuses marketing without a way out', () => {
    expect(errors({ footer: 'Blatt & Blüte GmbH', buttons: [] })).toEqual(['opt_out_missing@footer'])
    // A button that only says so is not yet one that does so.
    expect(errors({ footer: undefined, buttons: [{ kind: 'quick_reply', text: 'Abmelden' }] })).toEqual([
      'opt_out_missing@footer',
    ])
    expect(errors({ footer: undefined, buttons: [] }, { category: 'utility' })).not.toContain(
      'opt_out_missing@footer',
    )
  })

  it('advises the button where there is only the footer, and to name the sender', () => {
    expect(warnings({ buttons: [] })).toContain('opt_out_button')
    expect(
      warnings({ header: undefined, body: 'Es gibt heute etwas Neues für dich.', samples: {} }),
    ).toContain('sender')
    expect(warnings({})).toEqual(['buttons_desktop'])
  })

  it.each([
    'Danke für deine Bestellung. Mit dem Code gibt es 10 % Rabatt auf die nächste.',
    'Your parcel is here. Here is a voucher for your next order.',
    'Ihre Lieferung ist da. Bitte bewerte uns mit fünf Sternen.',
    'Deine Rechnung ist da. Nur heute: Angebote aus der neuen Kollektion.',
    'Your order shipped. Please leave us a review: leave a review today.',
    'Dein Termin steht. Jetzt kaufen: die neue Gießkanne.',
  ])('C-64: calls advertising marketing, whatever its category: %s', (body) => {
    expect(errors({ body, samples: {} }, { category: 'utility' })).toEqual(['promotion_in_utility@body'])
  })

  it.each(PROMOTIONAL)('C-64: advertising: %s', (text) => expect(findPromotion(text)).not.toBeNull())
  it.each(HARMLESS)('C-64: no advertising: %s', (text) => expect(findPromotion(text)).toBeNull())

  it.each([
    'Leite diese Nachricht weiter und gewinne.',
    'Bitte leite diese Nachricht an alle Freunde weiter!',
    'Leiten Sie das bitte an Bekannte weiter.',
    'Please forward this to ten friends today.',
    'Teile diese Nachricht mit allen, die du magst.',
  ])('C-61: refuses chain messages: %s', (body) =>
    expect(errors({ body, samples: {} })).toEqual(['chain@body']),
  )

  it.each([
    'Wir leiten deine Nachricht an Blatt & Blüte weiter.',
    'Bei Blatt & Blüte leitet dich die Karte weiter hinten durch den Garten.',
  ])('C-61: passing on by ourselves is no chain: %s', (body) =>
    expect(errors({ body, samples: {} })).toEqual([]),
  )

  it.each([
    ['sensitive_request', 'Antworte mit deiner IBAN, dann erstatten wir dir das Geld bei Blatt & Blüte.'],
    ['sensitive_request', 'Blatt & Blüte: please send us your credit card to go on.'],
    ['threat', 'Blatt & Blüte: zahle bis Freitag, sonst folgen rechtliche Schritte.'],
  ])('Meta’s policy: %s in: %s', (code, body) =>
    expect(errors({ body, samples: {} })).toEqual([`${code}@body`]),
  )

  it.each([
    ['restricted_goods', 'Blatt & Blüte hat jetzt auch Wein und Sekt da.'],
    ['restricted_goods', 'Blatt & Blüte hat jetzt auch CBD da.'],
    ['pressure', 'Blatt & Blüte: letzte Chance, den Farn zu sehen.'],
    ['shouting', 'BLATT UND BLÜTE MACHT AUF!!! Komm vorbei.'],
    ['sentence_long', `Blatt & Blüte ${'sehr '.repeat(30)}lang.`],
    ['text_long', 'Blatt & Blüte hat Neues. '.repeat(24)],
    ['language_mismatch', 'Hello, your order from Blatt & Blüte is here and we thank you for the trust.'],
    ['variable_unnamed', 'Hallo {{1}}, schön dass du bei Blatt & Blüte bist.'],
  ])('advises: %s', (code, body) => expect(warnings({ body, samples: { 1: 'Mia' } })).toContain(code))

  it('finds what belongs to cards, and takes the way out from their text', () => {
    const card = {
      header: { format: 'image' as const, url: 'https://blatt.example/a.jpg' },
      body: 'Ein Farn',
      buttons: [{ kind: 'url' as const, text: 'Ansehen', url: 'https://blatt.example/farn' }],
    }
    const cards = (list: Content['cards'], body = 'Neu bei Blatt & Blüte. Abmelden jederzeit mit STOP') =>
      errors({ header: undefined, footer: undefined, buttons: [], body, samples: {}, cards: list })
    expect(cards([card, card])).toEqual([])
    expect(cards([card])).toEqual(['cards_count@cards'])
    expect(cards([card, card], 'Neu bei Blatt & Blüte')).toEqual(['opt_out_missing@body'])
    expect(
      cards([card, { ...card, header: { format: 'video', url: 'https://blatt.example/a.mp4' } }]),
    ).toEqual(['cards_alike@cards.1'])
    expect(cards([card, { ...card, body: 'x'.repeat(161) }])).toEqual(['card_body_length@cards.1.body'])
    expect(cards([card, { ...card, header: { format: 'image' } }])).toEqual(['header_file@cards.1.header'])
    expect(errors({ cards: [card, card] })).toEqual(['cards_alone@cards'])
    const buttons = [{ kind: 'copy_code' as const, code: 'ABC' }]
    expect(
      cards([
        { ...card, buttons },
        { ...card, buttons },
      ]),
    ).toContain('card_code@cards.0.buttons')
  })

  it('every repair takes its finding away and brings no new error (property)', () => {
    const header = fc.constantFrom<Content['header'][]>(
      undefined,
      { format: 'text', text: '' },
      { format: 'text', text: '*Neu* 🌱' },
    )
    const body = fc.constantFrom(
      good.body,
      'Es    gibt      viel   Neues bei uns im Laden.',
      'Neu\n\n\n\nbei uns im Laden.',
      'Hallo {{1}}, schön dass du da bist.',
      'Hallo {{2}} und {{x}}, schön dass ihr beide heute da seid.',
      'Hallo {{First Name}}, schön dass du da bist.',
      'Dein Paket ist da. Mit dem Code gibt es 10 % Rabatt.',
    )
    const button = fc.constantFrom<Content['buttons'][number][]>(
      { kind: 'quick_reply', text: 'Abmelden' },
      { kind: 'quick_reply', text: 'Mehr' },
      { kind: 'url', text: 'Shop', url: 'blatt.example/a' },
      { kind: 'url', text: 'Laden', url: 'https://blatt.example/{{order}}' },
      { kind: 'phone_number', text: 'Anruf', phone: '+49 (30) 12-34 56' },
    )
    const samples = { 1: 'a', 2: 'b', x: 'c', 'First Name': 'd', order: 'e', ...good.samples }
    const draft = fc.record({
      name: fc.constantFrom('ok', 'Sommer Aktion!', 'ÄÖ'),
      category: fc.constantFrom('marketing' as const, 'utility' as const),
      header,
      body,
      footer: fc.constantFrom(undefined, 'Bis bald 🌱', 'Abmelden mit STOP'),
      buttons: fc.uniqueArray(button, { maxLength: 3, selector: (each) => JSON.stringify(each) }),
      cards: fc.constant(undefined),
    })
    fc.assert(
      fc.property(draft, ({ name, category, ...parts }) => {
        const before: TemplateDraft = {
          name,
          category,
          language: 'de',
          content: { ...good, ...parts, samples },
        }
        const keys = (list: ReturnType<typeof checkTemplate>) =>
          list.filter(({ severity }) => severity === 'error').map(({ code, where }) => `${code}@${where}`)
        const found = checkTemplate(before, 'Blatt & Blüte')
        for (const { code, where, repair } of found) {
          if (!repair) continue
          const after = checkTemplate({ ...before, ...repair }, 'Blatt & Blüte')
          expect(after.map((each) => `${each.code}@${each.where}`)).not.toContain(`${code}@${where}`)
          // Places move when buttons do; what is new must be none of ours by name.
          const known = new Set(found.map((each) => each.code))
          expect(
            keys(after).filter((key) => !known.has(key.split('@')[0] as (typeof found)[number]['code'])),
          ).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('says everything in both languages', () => {
    const all = findings(
      { header: { format: 'text', text: '' }, body: '', footer: '{{x}}', buttons: [], samples: {} },
      { name: '' },
    )
    expect(all.length).toBeGreaterThan(3)
    for (const { message, fix } of all) {
      expect(message.de).not.toBe(message.en)
      expect(fix.de).not.toBe(fix.en)
    }
  })
})
