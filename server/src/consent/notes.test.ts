import { expect, it } from 'vitest'
import { NOTES } from './notes.ts'
import { CHAT_LANGUAGES } from './texts.ts'

const PARTS = {
  business: 'Blattwerk',
  topics: 'Pflanzenpost',
  date: '18.11.2026',
  version: '2 (de, 0a1b2c3d)',
}

it.each(CHAT_LANGUAGES)(
  'C-30, C-31: notices in %s are short, name what they are about and the way out',
  (language) => {
    const { stays, receipt, tooYoung } = NOTES[language]
    expect(stays('Angebote', 'Pflanzenpost')).toMatch(/Angebote.*Pflanzenpost.*STOP/)
    expect(receipt(PARTS)).toMatch(/Pflanzenpost.*Blattwerk.*18\.11\.2026.*0a1b2c3d.*STOP/)
    expect(tooYoung(16)).toContain('16')
    for (const text of [stays('A', 'B'), receipt(PARTS), tooYoung(16)]) {
      expect(text.length).toBeLessThan(400)
      expect(text, 'nothing is offered').not.toMatch(/%|€|https?:/)
    }
  },
)

it('is said in six different ways', () => {
  for (const key of ['stays', 'tooYoung'] as const) {
    const said = CHAT_LANGUAGES.map((language) =>
      key === 'stays' ? NOTES[language].stays('A', 'B') : NOTES[language].tooYoung(16),
    )
    expect(new Set(said).size).toBe(6)
  }
})
