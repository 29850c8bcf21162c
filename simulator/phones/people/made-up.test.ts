import { describe, expect, it } from 'vitest'
import { madeUpName, madeUpPhone, madeUpUsername } from './made-up.ts'

describe('made-up people', () => {
  it('has numbers of full length at both ends of the range', () => {
    for (const random of [() => 0, () => 0.999_999]) {
      expect(madeUpPhone(random)).toMatch(/^\+491[67]\d{8,9}$/)
      expect(madeUpName(random)).toMatch(/^\p{L}+ \p{L}+$/u)
    }
  })

  it('makes usernames of plain letters', () => {
    expect(madeUpUsername('Élif Çelik-Groß')).toBe('elif.celik.gross')
    expect(madeUpUsername('李')).toBe('somebody')
  })
})
