import { describe, expect, it } from 'vitest'
import { fromTrack, percent, toTrack } from './dial-scale.ts'

describe('dial scale', () => {
  it.each(['even', 'fine'] as const)(
    '%s: every place comes back to itself, and the ends are 0 and 1',
    (scale) => {
      expect(fromTrack(0, scale)).toBe(0)
      expect(fromTrack(200, scale)).toBe(1)
      for (let place = 0; place <= 200; place += 1)
        expect(toTrack(fromTrack(place, scale), scale)).toBe(place)
    },
  )

  it('gives small rates room', () => {
    expect(toTrack(0.005, 'fine')).toBeGreaterThan(30)
    expect(percent(0.005, 'en-GB')).toBe('0.5%')
    expect(percent(0.8, 'en-GB')).toBe('80%')
    expect(percent(0, 'en-GB')).toBe('0%')
  })
})
