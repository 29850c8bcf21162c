import fc from 'fast-check'
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it } from 'vitest'
import { countryOfPhone, fromLibrary, toE164 } from './phone.ts'
import { plainMobile } from './phone-plan.ts'

const COUNTRIES = getCountries().filter((country) => examples[country])

/** A mobile number of a country, or nearly one: a digit or two changed, the border between numbers and others. */
const almost = fc
  .tuple(fc.constantFrom(...COUNTRIES), fc.nat(9), fc.stringMatching(/^\d{0,3}$/))
  .map(([country, at, digits]) => {
    const national: string = examples[country]
    return { country, national: national.slice(0, at) + digits + national.slice(at + digits.length) }
  })
const gaps = fc.array(fc.tuple(fc.nat(12), fc.constantFrom(' ', '-', '/')), { maxLength: 2 })
const spelling = fc
  .tuple(almost, fc.constantFrom('', '0', '+', '00', 'c', 'c0', '+c', '+c', '+c0', '00c'), gaps)
  .map(([{ country, national }, head, cuts]) => {
    const written = head.replace('c', getCountryCallingCode(country)) + national
    const text = cuts.reduce(
      (before, [at, gap]) => `${before.slice(0, at)}${gap}${before.slice(at)}`,
      written,
    )
    return { country, text: text.trim() }
  })
const home = fc.constantFrom('DE', 'AT', 'CH', 'GB', 'US', 'XX')

describe('the short way to a number', () => {
  it('gives the answer the library gives, or none', () => {
    let short = 0
    fc.assert(
      fc.property(spelling, fc.option(home), ({ text, country }, other) => {
        const answer = plainMobile(text, other ?? country)
        if (!answer) return
        short++
        expect(answer, `${text} in ${other ?? country}`).toBe(fromLibrary(text, other ?? country))
        expect(countryOfPhone(answer)).toBe(parsePhoneNumberFromString(answer)?.country ?? null)
      }),
      { numRuns: 20_000 },
    )
    expect(short).toBeGreaterThan(500)
  })

  it.each([
    ['0151 23456789', 'DE'],
    ['+49 151 23456789', 'DE'],
    ['4915123456789', 'DE'],
    ['+4915123456789', 'US'],
    ['0664/1234567', 'AT'],
  ])('is taken for %j in %s', (raw, home) => expect(plainMobile(raw, home)).toBe(fromLibrary(raw, home)))

  it.each([
    ['0049151 23456789', 'DE'],
    ['030 123456', 'DE'],
    ['+1 212 555 2368', 'DE'],
    ['+49 (0)151 23456789', 'DE'],
  ])('leaves %j in %s to the library', (raw, home) => {
    expect(plainMobile(raw, home)).toBeNull()
    expect(toE164(raw, home)).toBe(fromLibrary(raw, home))
  })
})
