import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryHours } from './hours.ts'
import { openingAt } from './opening.ts'
import { PACKS, packOf } from './packs.ts'
import { strictest } from './strictest.ts'
import { zonesOf } from './zones.ts'

/** UTC instant → open (null), or when it opens; for a business of the same country. Worked out by hand. */
const GOLDEN: Record<string, [at: string, opens: string | null][]> = {
  DE: [
    // Summer: 9 to 20 is 7 to 18 UTC; winter: 8 to 19 UTC.
    ['2026-07-17T06:59:59Z', '2026-07-17T07:00:00Z'],
    ['2026-07-17T07:00:00Z', null],
    ['2026-07-17T17:59:59Z', null],
    ['2026-07-17T18:00:00Z', '2026-07-18T07:00:00Z'],
    ['2026-12-08T07:59:00Z', '2026-12-08T08:00:00Z'],
    // Saturday evening waits for Monday; in March the clock goes forward on the Sunday between, in October back.
    ['2026-03-28T19:30:00Z', '2026-03-30T07:00:00Z'],
    ['2026-10-24T18:30:00Z', '2026-10-26T08:00:00Z'],
    ['2026-10-25T12:00:00Z', '2026-10-26T08:00:00Z'],
    // German Unity is a Saturday, so the weekend is long; Christmas 2026: Friday and Saturday, then Sunday.
    ['2026-10-03T10:00:00Z', '2026-10-05T07:00:00Z'],
    ['2026-12-24T20:00:00Z', '2026-12-28T08:00:00Z'],
    ['2026-12-31T20:00:00Z', '2027-01-02T08:00:00Z'],
    // A holiday of one state only does not count for the country.
    ['2026-11-18T11:00:00Z', null],
  ],
  AT: [
    ['2026-07-17T05:59:00Z', '2026-07-17T06:00:00Z'],
    ['2026-07-17T06:00:00Z', null],
    // Corpus Christi: Austria's own pack does not keep holidays.
    ['2026-06-04T10:00:00Z', null],
    ['2026-03-29T10:00:00Z', '2026-03-30T06:00:00Z'],
  ],
  CH: [
    ['2026-12-08T07:00:00Z', null],
    ['2026-12-08T19:00:00Z', '2026-12-09T07:00:00Z'],
    ['2026-10-25T09:00:00Z', '2026-10-26T07:00:00Z'],
  ],
  FR: [
    ['2026-07-13T18:30:00Z', '2026-07-15T06:00:00Z'],
    ['2026-07-14T10:00:00Z', '2026-07-15T06:00:00Z'],
    ['2026-11-11T10:00:00Z', '2026-11-12T07:00:00Z'],
    ['2026-11-12T18:59:00Z', null],
    ['2026-03-28T20:00:00Z', '2026-03-30T06:00:00Z'],
  ],
  IT: [
    ['2026-07-17T06:30:00Z', '2026-07-17T07:00:00Z'],
    ['2026-07-18T17:00:00Z', null],
    ['2026-07-18T18:00:00Z', '2026-07-20T07:00:00Z'],
    ['2026-10-25T11:00:00Z', '2026-10-26T08:00:00Z'],
  ],
  ES: [
    // The Canaries are an hour behind Madrid: it must be 9 there and before 21 in Madrid.
    ['2026-07-17T07:30:00Z', '2026-07-17T08:00:00Z'],
    ['2026-07-17T08:00:00Z', null],
    ['2026-07-17T18:59:00Z', null],
    ['2026-07-17T19:00:00Z', '2026-07-18T09:00:00Z'],
    ['2026-07-18T11:59:00Z', null],
    ['2026-07-18T12:00:00Z', '2026-07-20T08:00:00Z'],
    ['2026-03-29T12:00:00Z', '2026-03-30T08:00:00Z'],
  ],
  NL: [
    ['2026-04-27T10:00:00Z', null],
    ['2026-12-06T10:00:00Z', '2026-12-07T08:00:00Z'],
  ],
  GB: [
    // Sundays are open; in March the clock goes forward at 1:00 on that very day.
    ['2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z'],
    ['2026-03-29T07:00:00Z', null],
    ['2026-10-25T07:30:00Z', '2026-10-25T08:00:00Z'],
    ['2026-10-25T19:59:00Z', null],
  ],
  US: [
    // Honolulu is 9:00 at 19 UTC, New York closes at 22 UTC in summer, at 23 UTC in winter.
    ['2026-07-17T18:59:00Z', '2026-07-17T19:00:00Z'],
    ['2026-07-17T21:59:00Z', null],
    ['2026-07-17T22:00:00Z', '2026-07-18T19:00:00Z'],
    ['2026-11-26T20:00:00Z', '2026-11-27T19:00:00Z'],
  ],
  BR: [
    // Rio Branco is 9:00 at 14 UTC, Noronha closes at 22 UTC.
    ['2026-07-17T13:59:00Z', '2026-07-17T14:00:00Z'],
    ['2026-07-17T21:59:00Z', null],
    ['2026-07-18T22:00:00Z', '2026-07-20T14:00:00Z'],
  ],
  IN: [
    ['2026-07-17T04:29:00Z', '2026-07-17T04:30:00Z'],
    ['2026-07-17T14:29:00Z', null],
    ['2026-07-18T14:30:00Z', '2026-07-19T04:30:00Z'],
  ],
  // No pack of its own: the default, with the country's own holidays (Poland, Independence Day) and clocks.
  PL: [
    ['2026-11-11T10:00:00Z', '2026-11-12T08:00:00Z'],
    ['2026-11-12T10:00:00Z', null],
  ],
  // The Azores open last, the mainland closes first.
  PT: [['2026-07-17T08:30:00Z', '2026-07-17T09:00:00Z']],
  // From Kaliningrad to Kamchatka one hour is left.
  RU: [
    ['2026-07-17T06:30:00Z', '2026-07-17T07:00:00Z'],
    ['2026-07-17T07:30:00Z', null],
    ['2026-07-17T08:00:00Z', '2026-07-18T07:00:00Z'],
  ],
}

describe('rule packs', () => {
  it.each(Object.entries(GOLDEN))('C-68: golden: %s', async (country, cases) => {
    const business = { country, timeZone: 'Europe/Berlin' }
    for (const [at, opens] of cases) {
      const [answer] = await countryHours(business, [country], new Date(at))
      expect(`${at} ${answer?.opensAt?.toISOString() ?? 'open'}`).toBe(
        `${at} ${opens ? new Date(opens).toISOString() : 'open'}`,
      )
    }
  })

  it('has golden cases for every pack', () => {
    const packs = PACKS.map((pack) => pack.country).filter((country) => country !== '*')
    expect(Object.keys(GOLDEN)).toEqual(expect.arrayContaining(packs))
  })

  it('C-68: lets the strictest of both packs win, by the clock and the calendar of the person', async () => {
    const at = async (home: string, country: string, instant: string) => {
      const [hours] = await countryHours(
        { country: home, timeZone: 'Europe/Berlin' },
        [country],
        new Date(instant),
      )
      return hours?.opensAt?.toISOString() ?? null
    }
    // Austria opens at 8, a German business at 9; and with it comes Austria's holiday, not Germany's.
    expect(await at('DE', 'AT', '2026-07-17T06:30:00Z')).toBe('2026-07-17T07:00:00.000Z')
    expect(await at('DE', 'AT', '2026-06-04T10:00:00Z')).toBe('2026-06-05T07:00:00.000Z')
    expect(await at('DE', 'AT', '2026-10-03T10:00:00Z')).toBeNull()
    // 9 o'clock of a German business is 9 o'clock in London for a Briton.
    expect(await at('DE', 'GB', '2026-07-17T07:30:00Z')).toBe('2026-07-17T08:00:00.000Z')
    expect(await at('GB', 'GB', '2026-07-19T10:00:00Z')).toBeNull()
    expect(await at('DE', 'GB', '2026-07-19T10:00:00Z')).toBe('2026-07-20T08:00:00.000Z')
  })

  it('sends no marketing to the United States, but Canada is not the United States', async () => {
    const business = { country: 'DE', timeZone: 'Europe/Berlin' }
    const hours = await countryHours(business, ['US', 'CA', 'DE'], new Date('2026-11-18T11:00:00Z'))
    expect(hours.map(({ country, marketing }) => [country, marketing])).toEqual([
      ['US', false],
      ['CA', true],
      ['DE', true],
    ])
  })

  it('knows what is no country by the clock of the business', async () => {
    const business = { country: 'DE', timeZone: 'Europe/Berlin' }
    const [hours] = await countryHours(business, ['ZZ'], new Date('2026-11-18T06:00:00Z'))
    expect(hours?.opensAt).toEqual(new Date('2026-11-18T08:00:00Z'))
  })

  it('opens everywhere within two weeks, and says the same from its memory as from scratch', async () => {
    const countries = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
      .split('')
      .flatMap((a) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((b) => a + b))
      .filter((country) => zonesOf(country).length > 0)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PACKS.map((pack) => pack.country)),
        fc.constantFrom(...countries),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        async (home, country, at) => {
          const rules = strictest(packOf(home, at), packOf(country, at))
          const opening = openingAt({ ...rules, zones: zonesOf(country), isHoliday: () => false }, at)
          expect(opening.until.getTime()).toBeGreaterThan(at.getTime())
          expect(opening.until.getTime() - at.getTime()).toBeLessThan(14 * 86_400_000)
          if (!opening.open) {
            const then = openingAt(
              { ...rules, zones: zonesOf(country), isHoliday: () => false },
              opening.until,
            )
            expect(then.open, 'what is promised comes true').toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('versions', () => {
  it('gives the newest version that has begun, and the default where there is none', () => {
    expect(packOf('DE', new Date('2026-12-01')).version).toBe('de@2026-11')
    expect(packOf('DE', new Date('2020-01-01')).version, 'before its first day').toBe('de@2026-11')
    expect(packOf('SE', new Date('2026-12-01')).version).toBe('other@2026-11')
  })

  it('has one version per country and day, and hours that make sense', () => {
    const keys = PACKS.map((pack) => `${pack.country} ${pack.effectiveOn}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { week } of PACKS) for (const hours of week) if (hours) expect(hours[0]).toBeLessThan(hours[1])
  })
})
