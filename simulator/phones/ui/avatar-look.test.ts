import { describe, expect, it } from 'vitest'
import { avatarHue, initials } from './avatar-look.ts'

describe('avatar', () => {
  it.each([
    ['Anna Maria Berg', 'AB'],
    ['Elif Çelik', 'EÇ'],
    ['Kaffeerösterei', 'K'],
    ['„Blume & Co.“', 'BC'],
    ['', '?'],
  ])('%j is %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })

  it('keeps its colour', () => {
    expect(avatarHue('p1')).toBe(avatarHue('p1'))
    expect(new Set(Array.from({ length: 64 }, (_, at) => avatarHue(`person-${at}`))).size).toBe(8)
  })
})
