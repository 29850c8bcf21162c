import { describe, expect, it } from 'vitest'
import { pickLanguage, wordsOf } from './language.ts'

describe('pickLanguage', () => {
  it('takes the first wish it speaks', () => {
    expect(pickLanguage(undefined, '', 'pl', 'de-AT', 'fr')).toBe('de')
    expect(pickLanguage('NL_be')).toBe('nl')
  })

  it('speaks English when it speaks none of them, even names that every object has', () => {
    expect(pickLanguage()).toBe('en')
    expect(pickLanguage('constructor', 'toString')).toBe('en')
  })

  it('knows every word in every language', () => {
    for (const language of ['de', 'en', 'fr', 'it', 'es', 'nl'] as const) {
      for (const word of Object.values(wordsOf(language))) expect(word.length).toBeGreaterThan(4)
    }
  })
})
