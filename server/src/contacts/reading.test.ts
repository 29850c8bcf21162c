import { describe, expect, it } from 'vitest'
import { readAttribute } from './attribute.ts'
import { EvidenceMapping } from './import-evidence.ts'
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

const NO_EVIDENCE = { wordings: new Set<string>(), today: '2026-11-22' }

describe('a row', () => {
  const read = rowReader(
    ['Telefon', 'Name', 'Umsatz'],
    { phoneColumn: 'Telefon', nameColumn: 'Name', attributes: { Umsatz: 'umsatz' } },
    new Map([['umsatz', 'number']]),
    'DE',
    NO_EVIDENCE,
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

  it.each([
    ['Deutsch', 'de'],
    ['de-AT', 'de'],
    ['constructor', null],
    ['__proto__', null],
  ])('takes the language %s for %s', (cell, language) => {
    const columns = { phoneColumn: 'Telefon', languageColumn: 'Sprache', attributes: {} }
    const speaks = rowReader(['Telefon', 'Sprache'], columns, new Map(), 'DE', NO_EVIDENCE)
    expect(speaks(2, ['0151 23456789', cell])).toMatchObject({ language })
  })

  it('cannot be read with columns or fields that do not exist', () => {
    const mapping = { phoneColumn: 'Handy', attributes: { Name: 'vorname' } }
    expect(() => rowReader(['Name'], mapping, new Map(), 'DE', NO_EVIDENCE)).toThrow('Handy, vorname')
  })
})

describe('what a row claims', () => {
  const wordingId = '01a201cf-e189-72c6-b955-8f25407a3c3f'
  const columns = ['Telefon', 'Datum', 'Quelle', 'Text']
  const read = rowReader(
    columns,
    {
      phoneColumn: 'Telefon',
      attributes: {},
      evidence: {
        dateColumn: 'Datum',
        sourceColumn: 'Quelle',
        wordingColumn: 'Text',
        origin: 'paper',
        statement: 'Auf Papier unterschrieben, liegt im Ordner.',
        collectedByUs: true,
      },
    },
    new Map(),
    'DE',
    { wordings: new Set([wordingId]), today: '2026-11-22' },
  )
  const claim = (...cells: string[]) => {
    const row = read(2, ['0151 23456789', ...cells])
    return 'reason' in row ? row.reason : row.claim
  }

  it('C-19: needs a day, a place and a text', () => {
    const text = 'Ja, schickt mir Neuigkeiten per WhatsApp.'
    expect(claim('04.03.2025', 'Messe', text)).toEqual({
      on: '2025-03-04',
      source: 'Messe',
      wordingId: null,
      wording: text,
    })
    expect(claim('2025-03-04 10:15:00', 'Messe', wordingId.toUpperCase())).toMatchObject({ wordingId })
    expect(claim('2026-11-22', 'Messe', text)).not.toBeNull()
    expect(claim('2026-11-23', 'Messe', text)).toBeNull()
    expect(claim('irgendwann', 'Messe', text)).toBeNull()
    expect(claim('04.03.2025', '', text)).toBeNull()
    expect(claim('04.03.2025', 'Messe', 'ja')).toBeNull()
    expect(claim('04.03.2025', 'Messe', wordingId.replace('f', 'e'))).toBeNull()
    expect(claim('04.03.2025', 'Messe', 'Ja, schickt mir Neuigk\ufffditen per WhatsApp.')).toBe('encoding')
  })

  it('C-19: a list that was not collected by the business cannot be described at all', () => {
    const bought = { dateColumn: 'Datum', source: 'Händler', wordingText: 'x'.repeat(30), origin: 'paper' }
    const said = { ...bought, statement: 'Gekauft, aber mit allen Zusagen.' }
    expect(EvidenceMapping.safeParse({ ...said, collectedByUs: true }).success).toBe(true)
    expect(EvidenceMapping.safeParse({ ...said, collectedByUs: false }).success).toBe(false)
    expect(EvidenceMapping.safeParse({ ...said, origin: 'bought', collectedByUs: true }).success).toBe(false)
    expect(EvidenceMapping.safeParse({ ...said, sourceColumn: 'Quelle', collectedByUs: true }).success).toBe(
      false,
    )
  })
})
