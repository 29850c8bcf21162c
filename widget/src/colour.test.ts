import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coloursFor, contrastOf } from './colour.ts'

describe('coloursFor', () => {
  it('gives text that can be read on every colour (WCAG AA)', () => {
    const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(anyHex, (hex) => {
        const { background, text } = coloursFor(hex)
        expect(background).toBe(hex)
        expect(contrastOf(background, text)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it('reads short and long hex, with or without the hash', () => {
    expect(coloursFor('#0a7').background).toBe('#00aa77')
    expect(coloursFor(' FFD43B ')).toEqual({ background: '#ffd43b', text: '#000000' })
    expect(coloursFor('#123').text).toBe('#ffffff')
  })

  it('falls back to the house colour, so that nothing but a colour gets into the style sheet', () => {
    const house = coloursFor(undefined)
    for (const wish of ['', 'red', '#12345', 'url(//evil.example)', '#000}*{display:none']) {
      expect(coloursFor(wish)).toEqual(house)
    }
  })
})
