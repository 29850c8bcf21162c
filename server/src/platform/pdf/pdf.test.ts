import { describe, expect, it } from 'vitest'
import { readPdf } from '../../testing/pdf-text.ts'
import { createPdf } from './index.ts'
import { readable } from './readable.ts'
import { wrap } from './wrap.ts'

const sample = (language = 'de') => createPdf({ title: 'Prüfblatt', language, author: 'Café Łódź' })

describe('createPdf', () => {
  it('C-15: writes every kind of block as text that can be read out again, tagged and with its language', async () => {
    const pdf = await sample()
    pdf.heading(1, 'Einwilligungsnachweis')
    pdf.paragraph('Straße, Œuvre, Łódź, Ελλάδα, Київ, 12 €')
    pdf.fields([['Nummer', '+49 151 0000 0000']])
    pdf.table({ columns: ['Wann', { title: 'Was', share: 3 }], rows: [['09:30', 'JA']] })
    pdf.quote('Ja, schickt mir Neues! 🎉', { caption: 'Anna', language: 'de' })
    pdf.list(['eins', 'zwei'])
    pdf.note('klein')
    pdf.qr('https://example.org/verify', 'Prüfen')
    const { text, roles, info } = await readPdf(await pdf.end())
    for (const words of [
      'Einwilligungsnachweis',
      'Straße, Œuvre, Łódź, Ελλάδα, Київ, 12 €',
      '+49 151 0000 0000',
      '09:30',
      'Ja, schickt mir Neues! [party popper]',
      'zwei',
      'https://example.org/verify',
      '1 / 1',
    ]) {
      expect(text).toContain(words)
    }
    for (const role of ['H1', 'TH', 'TD', 'BlockQuote', 'LI', 'Figure'])
      expect(roles[0]).toContain(`"${role}"`)
    expect(roles[0]).toContain('QR: Prüfen')
    expect(info).toMatchObject({ Title: 'Prüfblatt', Author: 'Café Łódź', Language: 'de' })
  })

  it('goes on on the next page inside paragraphs and rows, and loses nothing', async () => {
    const pdf = await sample('en')
    const words = Array.from({ length: 2400 }, (_, at) => `word${at}`)
    pdf.paragraph(words.join(' '))
    pdf.table({
      columns: ['a', 'b'],
      rows: Array.from({ length: 90 }, (_, at) => [`row${at}`, words.slice(0, at).join(' ')]),
    })
    const { text, pages } = await readPdf(await pdf.end())
    expect(pages.length).toBeGreaterThan(10)
    for (const at of [0, 999, 2399]) expect(text).toContain(`word${at}`)
    for (const at of [0, 45, 89]) expect(text).toContain(`row${at}`)
    expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`)
  })

  it('begins a short table on the next page, heading and all, rather than break it', async () => {
    for (let above = 20; above < 34; above++) {
      const pdf = await sample('en')
      for (let at = 0; at < above; at++) pdf.paragraph('above')
      pdf.heading(2, 'Heading', { rows: 5 })
      pdf.note(
        'What the figures mean, in so many words that they take more than one line, as explanations often do.',
      )
      pdf.table({ columns: ['a'], rows: Array.from({ length: 5 }, (_, at) => [`row${at}`]) })
      const { pages } = await readPdf(await pdf.end())
      const [page] = pages.filter((text) => text.includes('Heading'))
      for (const at of [0, 4]) expect(page).toContain(`row${at}`)
    }
  })
})

describe('readable', () => {
  const latin = (character: string) => (character.codePointAt(0) ?? 0) < 0x250

  it.each([
    ['Ja 👍🏽 gern', 'Ja [thumbs up] gern'],
    ['🇩🇪 JA', '[flag DE] JA'],
    ['❤️', '[red heart]'],
    ['1️⃣', '1'],
    ['张三 sagt ja', '[U+5F20 U+4E09] sagt ja'],
    ['a → b', 'a -> b'],
    ['a\r\nb\u2028c', 'a\nb\nc'],
    ['a\u202eb\u0000c\ud800', 'abc[U+FFFD]'],
    ['cafe\u0301', 'café'],
  ])('writes %j as %j', (text, expected) => {
    expect(readable(text, latin)).toBe(expected)
  })
})

describe('wrap', () => {
  const measure = (text: string) => [...text].length

  it.each([
    ['aa bb cc', 5, ['aa bb', 'cc']],
    ['a\n\nb', 5, ['a', '', 'b']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['ab https://x.example/yy', 9, ['ab', 'https://', 'x.example', '/yy']],
    ['', 4, ['']],
  ])('breaks %j at %i into %j', (text, width, expected) => {
    expect(wrap(text, width, measure)).toEqual(expected)
  })
})
