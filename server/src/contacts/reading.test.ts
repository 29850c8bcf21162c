import { describe, expect, it } from 'vitest'
import { readAttribute } from './attribute.ts'
import { guessMapping, rowReader } from './import-mapping.ts'
import { toE164 } from './phone.ts'
import { speaksOfConsent, specialCategory } from './special-category.ts'

describe('phone numbers', () => {
  it.each([
    ['0151 23456789', 'DE', '+4915123456789'],
    ['+49 (0)151 234-567-89', 'DE', '+4915123456789'],
    ['0049151/23456789', 'DE', '+4915123456789'],
    ['4915123456789', 'DE', '+4915123456789'],
    ["'+4915123456789", 'DE', '+4915123456789'],
    ['0664 1234567', 'AT', '+436641234567'],
    ['4,91512E+12', 'DE', null],
    ['12345', 'DE', null],
    ['Anna', 'DE', null],
    ['', 'DE', null],
  ])('%j in %s is %j', (raw, country, expected) => expect(toE164(raw, country)).toBe(expected))
})

describe('attribute values', () => {
  it.each([
    ['number', '12,5', 12.5],
    ['number', '1.234,50', 1234.5],
    ['number', '1,234.50', 1234.5],
    ['number', 'viel', null],
    ['date', '31.12.2026', '2026-12-31'],
    ['date', '2026-02-30', null],
    ['boolean', 'ja', true],
    ['boolean', 'nein', false],
    ['boolean', 'vielleicht', null],
    ['text', ' Köln ', 'Köln'],
  ] as const)('%s %j is %j', (type, raw, expected) => expect(readAttribute(type, raw)).toBe(expected))
})

describe('field names', () => {
  it.each([
    'Krankheiten',
    'Religion',
    'sexual_orientation',
    'Gewerkschaft',
    'ethnicity',
    'Blutgruppe',
    'Mutter-Gesundheit',
  ])('%j is of a special category', (name) => expect(specialCategory(name)).not.toBeNull())
  it.each(['Lieblingsfarbe', 'Christmas gift', 'Kundennummer', 'Stadt', 'Traceability', 'Unisex size'])(
    '%j is not',
    (name) => expect(specialCategory(name)).toBeNull(),
  )
  it.each(['opt_in', 'Double Opt-In', 'Einwilligung', 'consent_date', 'subscribed'])(
    '%j speaks of consent',
    (name) => expect(speaksOfConsent(name)).toBe(true),
  )
})

describe('the guessed mapping', () => {
  it('goes by the words and by what the cells look like', () => {
    const guess = guessMapping(
      ['Nr', 'Vorname', 'Kontakt', 'Stadt'],
      [['7', 'Anna', '0151 23456789', 'Köln']],
      ['stadt'],
      'DE',
    )
    expect(guess).toEqual({ phoneColumn: 'Kontakt', nameColumn: 'Vorname', attributes: { Stadt: 'stadt' } })
  })
})

describe('a row', () => {
  const read = rowReader(
    ['Telefon', 'Name', 'Umsatz'],
    { phoneColumn: 'Telefon', nameColumn: 'Name', attributes: { Umsatz: 'umsatz' } },
    new Map([['umsatz', 'number']]),
    'DE',
  )
  it.each([
    [['0151 23456789', 'Anna', '12,5'], undefined],
    [['', 'Anna', ''], 'phone_missing'],
    [['123', 'Anna', ''], 'phone_invalid'],
    [['0151 23456789', 'Anna', 'viel'], 'attribute_invalid:umsatz'],
    [['0151 23456789', 'A\ufffdna', ''], 'encoding'],
    [['0151 23456789', 'Anna', '1', '2'], 'too_many_columns'],
  ])('%j: %s', (cells, reason) => {
    const row = read(2, cells)
    expect('reason' in row ? row.reason : undefined).toBe(reason)
  })

  it('cannot be read with columns or fields that do not exist', () => {
    const mapping = { phoneColumn: 'Handy', attributes: { Name: 'vorname' } }
    expect(() => rowReader(['Name'], mapping, new Map(), 'DE')).toThrow('Handy, vorname')
  })
})
