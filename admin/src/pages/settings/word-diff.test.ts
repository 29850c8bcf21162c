import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from './word-diff.ts'

describe('the difference between two wordings', () => {
  it('C-17: shows what was added and removed, word by word', () => {
    expect(diffWords('Ja, ihr dürft mir schreiben.', 'Ja, ihr dürft mir wöchentlich schreiben.')).toEqual([
      { kind: 'same', text: 'Ja, ihr dürft mir ' },
      { kind: 'added', text: 'wöchentlich ' },
      { kind: 'same', text: 'schreiben.' },
    ])
    expect(diffWords('zweimal im Monat', 'jede Woche')).toEqual([
      { kind: 'removed', text: 'zweimal im Monat' },
      { kind: 'added', text: 'jede Woche' },
    ])
    expect(diffWords('', 'neu')).toEqual([{ kind: 'added', text: 'neu' }])
    expect(diffWords('gleich', 'gleich')).toEqual([{ kind: 'same', text: 'gleich' }])
  })

  it('loses no word of either text', () => {
    const text = fc.array(fc.constantFrom('ja', 'nein', 'STOP', 'du', 'ihr'), { maxLength: 12 })
    const of = (parts: ReturnType<typeof diffWords>, ...kinds: string[]) =>
      parts
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap((part) => part.text.split(/\s+/).filter(Boolean))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before.join(' '), after.join(' '))
        expect(of(parts, 'same', 'removed')).toEqual(before)
        expect(of(parts, 'same', 'added')).toEqual(after)
      }),
    )
  })
})
