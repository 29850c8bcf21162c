import { describe, expect, it } from 'vitest'
import { retainUntil } from './retain-until.ts'

const at = (text: string) => new Date(text)
const granted = at('2026-03-01T10:00:00Z')
const lastUsed = at('2027-05-05T10:00:00Z')
const withdrawn = at('2026-12-31T23:59:59Z')

describe('how long proof is kept', () => {
  it('C-44: three years to the end of the year, from the last of grant, use and withdrawal', () => {
    const span = { years: 3, callsYears: null }
    expect(retainUntil({ granted, lastUsed: null, withdrawn: null }, span)).toEqual(
      at('2030-01-01T00:00:00Z'),
    )
    expect(retainUntil({ granted, lastUsed: null, withdrawn }, span)).toEqual(at('2030-01-01T00:00:00Z'))
    expect(retainUntil({ granted, lastUsed, withdrawn }, span)).toEqual(at('2031-01-01T00:00:00Z'))
    expect(retainUntil({ granted: null, lastUsed: null, withdrawn: null }, span)).toBeNull()
  })

  it('C-44: five years to the day where the wording also covers calls, counted anew with every use', () => {
    const span = { years: 3, callsYears: 5 }
    expect(retainUntil({ granted, lastUsed: null, withdrawn: null }, span)).toEqual(
      at('2031-03-01T10:00:00Z'),
    )
    expect(retainUntil({ granted, lastUsed, withdrawn: null }, span)).toEqual(at('2032-05-05T10:00:00Z'))
    // Whichever is later.
    expect(retainUntil({ granted, lastUsed: null, withdrawn: null }, { years: 6, callsYears: 5 })).toEqual(
      at('2033-01-01T00:00:00Z'),
    )
  })
})
