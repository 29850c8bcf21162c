import { describe, expect, it } from 'vitest'
import type { Content } from '../content.ts'
import { checkTemplate, type TemplateDraft } from './lint.ts'

const SHIPPED: Content = {
  body: 'Hallo {{name}}, dein Paket von Blatt ist unterwegs. {{note}} Bis bald.',
  buttons: [],
  samples: { name: 'Mia', note: 'Es kommt morgen.' },
}
const codes = (
  content: Content,
  draft: Partial<TemplateDraft> = {},
  twins: { name: string; language: string }[] = [],
) =>
  checkTemplate(
    { name: 'paket', language: 'de', category: 'utility', ...draft, content },
    'Blatt',
    twins,
  ).map(({ code, where }) => `${code}@${where}`)

describe('where the checks of templates begin and end', () => {
  it('C-64: an example that advertises is advertising, also where the text around it is not', () => {
    expect(codes(SHIPPED)).not.toContain('promotion_in_utility@body')
    const samples = { name: 'Mia', note: 'Dazu 20 % Rabatt auf alles.' }
    expect(codes({ ...SHIPPED, samples })).toContain('promotion_in_utility@body')
  })

  it('C-61, C-64: what stands on a card is read like any other text', () => {
    const card = (body: string) => ({
      header: { format: 'image' as const, url: 'https://blatt.example/a.jpg' },
      body,
      buttons: [{ kind: 'quick_reply' as const, text: 'Mehr' }],
    })
    const cards = [card('Monstera'), card('Leite diese Nachricht an alle Freunde weiter!')]
    expect(codes({ ...SHIPPED, cards }, { category: 'marketing' })).toContain('chain@cards.1.body')
    const sale = [card('Monstera'), card('Heute 20 % Rabatt auf alles')]
    expect(codes({ ...SHIPPED, cards: sale })).toContain('promotion_in_utility@cards.1.body')
  })

  it('two words and one more for each variable are enough, one less is not', () => {
    const body = (words: string) => ({ ...SHIPPED, body: `${words} {{name}} da.`, samples: { name: 'Mia' } })
    expect(codes(body('Paket ist'))).not.toContain('variable_density@body')
    expect(codes(body('Paket'))).toContain('variable_density@body')
  })

  it('links that hide where they lead are found', () => {
    const link = (url: string) => ({ ...SHIPPED, buttons: [{ kind: 'url' as const, text: 'Zum Shop', url }] })
    expect(codes(link('https://bit.ly/abc'))).toContain('button_url_short@buttons.0')
    expect(codes(link('https://bit.ly.blatt.example/abc'))).not.toContain('button_url_short@buttons.0')
  })

  it('the same words under another name, or in the same place of another language, are told; its own draft is not', () => {
    const twin = (name: string, language: string) =>
      codes(SHIPPED, {}, [{ name, language }]).includes('duplicate@body')
    expect([twin('paket', 'de'), twin('paket', 'en'), twin('sendung', 'de')]).toEqual([false, true, true])
  })
})
