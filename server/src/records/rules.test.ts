import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeProfile, readStorage } from '../channels/index.ts'
import { HOUR } from '../platform/clock.ts'
import { BreachForm, FORM_PARTS, missingParts, type StoredEntry } from './breach-entries.ts'
import { breachReminder, breachState, refusal } from './breach-state.ts'
import { breachLetter } from './breach-text.ts'
import { compareSections } from './compare.ts'
import { missingElements, NOTICE_ELEMENTS, NoticeContent } from './notice-content.ts'
import { type LiveFacts, missingForLive, REQUIREMENT_WORDS, REQUIREMENTS } from './requirements.ts'
import { hintsOf, judgeScreening, ruleOf, SCREENING_KEYS, type ScreeningKey } from './screening-rules.ts'
import { storageWords } from './storage-words.ts'

const READY: LiveFacts = {
  metaContract: true,
  hosterContract: true,
  dpo: 'named',
  record: 'approved',
  noticeLacks: [],
  screening: 'not_required',
}

describe('going live', () => {
  it('C-52: goes through the whole truth table, and is open only when nothing is missing', () => {
    const bad: { [K in keyof LiveFacts]: LiveFacts[K][] } = {
      metaContract: [false],
      hosterContract: [false],
      dpo: ['open'],
      record: ['open', 'changed'],
      noticeLacks: [null, ['rights']],
      screening: ['open', 'stale', 'required'],
    }
    const good: { [K in keyof LiveFacts]: LiveFacts[K][] } = {
      metaContract: [true],
      hosterContract: [true],
      dpo: ['named', 'none_with_reason'],
      record: ['approved'],
      noticeLacks: [[]],
      screening: ['not_required', 'advised', 'documented'],
    }
    const keys = Object.keys(READY) as (keyof LiveFacts)[]
    let rows = 0
    for (let mask = 0; mask < 2 ** keys.length; mask++) {
      for (let variant = 0; variant < 3; variant++) {
        const pick = <K extends keyof LiveFacts>(key: K): LiveFacts[K] => {
          const values = ((mask >> keys.indexOf(key)) & 1 ? good : bad)[key]
          return values[variant % values.length] as LiveFacts[K]
        }
        const facts: LiveFacts = {
          metaContract: pick('metaContract'),
          hosterContract: pick('hosterContract'),
          dpo: pick('dpo'),
          record: pick('record'),
          noticeLacks: pick('noticeLacks'),
          screening: pick('screening'),
        }
        const wrong = keys.filter((_, at) => !((mask >> at) & 1)).length
        expect(missingForLive(facts), JSON.stringify(facts)).toHaveLength(wrong)
        rows++
      }
    }
    expect(rows).toBe(192)
    expect(missingForLive(READY)).toEqual([])
  })

  it('C-52: says for everything that is missing what to do, and where', () => {
    for (const key of REQUIREMENTS) {
      const words = REQUIREMENT_WORDS[key]
      for (const language of ['de', 'en'] as const) expect(words.cure[language].length).toBeGreaterThan(20)
      expect(words.article).toMatch(/^Art\. /)
    }
  })
})

const COMPLETE = NoticeContent.parse(
  Object.fromEntries(NOTICE_ELEMENTS.map((element) => [element, `Something about ${element}.`])),
)

describe('a notice', () => {
  it.each(NOTICE_ELEMENTS)('C-13: is not complete without %s, and no number goes live with it', (element) => {
    for (const nothing of ['', '   ', 'n/a']) {
      const content = { ...COMPLETE, [element]: nothing }
      expect(missingElements(content)).toEqual([element])
      expect(missingForLive({ ...READY, noticeLacks: missingElements(content) })).toEqual(['notice'])
    }
    expect(missingElements(COMPLETE)).toEqual([])
  })
})

describe('the screening', () => {
  const yesses = fc.subarray(SCREENING_KEYS)

  it('C-56: asks for an assessment as its table says: one grave answer, or two others', () => {
    fc.assert(
      fc.property(yesses, (yes) => {
        const grave = yes.some((key) => ruleOf(key).alone)
        const expected = grave || yes.length > 1 ? 'required' : yes.length === 1 ? 'advised' : 'not_required'
        expect(judgeScreening(yes)).toBe(expected)
      }),
    )
  })

  it.each<[ScreeningKey, Parameters<typeof hintsOf>[0]]>([
    ['scale', { contacts: 10_000, imports: 0, fields: [] }],
    ['scoring', { contacts: 0, imports: 0, fields: ['kunden_score'] }],
    ['matching', { contacts: 0, imports: 1, fields: ['segment'] }],
    ['minors', { contacts: 0, imports: 0, fields: ['Geburtsdatum'] }],
    ['location', { contacts: 0, imports: 0, fields: ['PLZ'] }],
  ])('C-56: fires on %s', (key, facts) => {
    expect(hintsOf(facts)).toEqual([key])
    expect(hintsOf({ contacts: 9_999, imports: 0, fields: ['lieblingspflanze'] })).toEqual([])
  })

  it('C-56: required blocks going live until the assessment is documented', () => {
    expect(missingForLive({ ...READY, screening: 'required' })).toEqual(['dpia'])
    expect(missingForLive({ ...READY, screening: 'documented' })).toEqual([])
  })
})

describe('a breach', () => {
  const knownAt = new Date('2026-11-18T10:00:00Z')
  const at = (hours: number) => new Date(knownAt.getTime() + hours * HOUR)
  const written = (entry: StoredEntry, hours = 1) => ({ ...entry, writtenAt: at(hours) })
  const FULL = BreachForm.parse({
    nature: 'A laptop was stolen',
    peopleCategories: 'Subscribers',
    people: 120,
    recordCategories: 'Numbers',
    records: 120,
    contact: 'dpo@blatt.example',
    consequences: 'Unwanted messages',
    measures: 'Remote wipe',
  })

  it('C-55: has a clock that runs from the moment somebody knew, of 72 hours or as configured', () => {
    const breach = { knownAt, deadlineHours: 72 }
    expect(breachState(breach, [], at(0))).toMatchObject({ remaining: 72 * HOUR, late: false })
    expect(breachState(breach, [], at(71)).remaining).toBe(HOUR)
    expect(breachState(breach, [], at(72.5))).toMatchObject({ remaining: -0.5 * HOUR, late: true })
    expect(breachState({ knownAt, deadlineHours: 96 }, [], at(72.5)).late).toBe(false)
    const told = written(
      { kind: 'authority', decision: 'notified', text: 'AZ 2026/17 filed', at: null, delay: null },
      70,
    )
    expect(breachState(breach, [told], at(500)).late).toBe(false)
  })

  it('C-55: reminds 24 and 6 hours before its deadline and at it; a short deadline has fewer reminders', () => {
    const due = (deadlineHours: number, hours: number) =>
      breachReminder({ knownAt, deadlineHours }, at(hours))
    expect([0, 47, 48, 65, 66, 71, 72, 500].map((hours) => due(72, hours))).toEqual([
      null,
      null,
      24,
      24,
      6,
      6,
      0,
      0,
    ])
    expect([0, 17, 18, 24].map((hours) => due(24, hours))).toEqual([null, null, 6, 0])
    expect([0, 1].map((hours) => due(1, hours))).toEqual([null, 0])
  })

  it.each(FORM_PARTS)('C-55: has a form that is not complete without %s', (part) => {
    const empty = typeof FULL[part] === 'number' ? null : ' '
    expect(missingParts({ ...FULL, [part]: empty })).toEqual([part])
    expect(missingParts(FULL)).toEqual([])
    expect(missingParts({ ...FULL, people: 0 })).toEqual([])
  })

  it('C-55: asks for the reason of a late notification, and closes only with both decisions and a complete form', () => {
    const breach = { knownAt, deadlineHours: 72 }
    const notified = {
      kind: 'authority',
      decision: 'notified',
      text: 'filed online',
      at: null,
      delay: null,
    } as const
    expect(refusal(breachState(breach, [], at(80)), notified, at(80))).toBe('delay_reason_missing')
    expect(refusal(breachState(breach, [], at(80)), { ...notified, delay: 'forensics' }, at(80))).toBeNull()
    expect(
      refusal(breachState(breach, [], at(80)), { ...notified, at: at(70).toISOString() }, at(80)),
    ).toBeNull()
    expect(refusal(breachState(breach, [], at(2)), { ...notified, at: at(3).toISOString() }, at(2))).toBe(
      'in_the_future',
    )
    const closing = { kind: 'closed' } as const
    const decided = [
      written({ ...notified }),
      written({ kind: 'people', decision: 'not_needed', text: 'data was encrypted', at: null, how: [] }),
    ]
    expect(refusal(breachState(breach, [], at(2)), closing, at(2))).toBe('decisions_missing')
    expect(refusal(breachState(breach, decided, at(2)), closing, at(2))).toBe('form_incomplete')
    const complete = [...decided, written({ kind: 'form', form: FULL })]
    expect(refusal(breachState(breach, complete, at(2)), closing, at(2))).toBeNull()
    const closed = breachState(breach, [...complete, written({ kind: 'closed', text: 'all is done' })], at(3))
    expect(refusal(closed, { kind: 'form' }, at(3))).toBe('breach_closed')
    expect(refusal(closed, { kind: 'note' }, at(3))).toBeNull()
  })

  it('C-55: has a text for the people concerned in both languages, and marks what is not known yet', () => {
    for (const language of ['de', 'en'] as const) {
      const letter = breachLetter(FULL, 'Blatt', language)
      for (const said of [FULL.nature, FULL.consequences, FULL.measures, FULL.contact])
        expect(letter).toContain(said)
      expect(letter).not.toContain('[')
      expect(breachLetter(BreachForm.parse({}), 'Blatt', language)).toContain('[')
    }
  })
})

describe('two versions', () => {
  it('are compared row by row, by the first cell', () => {
    const section = (rows: string[][]) => [{ key: 'k', title: 'T', article: '', columns: ['a', 'b'], rows }]
    const before = section([
      ['x', '1'],
      ['y', '1'],
      ['y', '2'],
    ])
    const after = section([
      ['x', '2'],
      ['y', '1'],
      ['z', '1'],
    ])
    expect(compareSections(before, after).map(({ row, kind }) => [row, kind])).toEqual([
      ['x', 'changed'],
      ['y (2)', 'removed'],
      ['z', 'added'],
    ])
    expect(compareSections(before, before)).toEqual([])
  })
})

describe('Meta’s settings', () => {
  it('C-54: are read as Meta writes them, and said in words', () => {
    const read = (storage_configuration?: object) =>
      readStorage({ id: '1', ...(storage_configuration ? { storage_configuration } : {}) })
    const local = read({ status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' })
    expect(local).toEqual({ kind: 'in_country', region: 'DE', from: 'meta' })
    expect(storageWords(local).de).toContain('Deutschland (EU)')
    expect(storageWords(read({ status: 'NO_STORAGE_ENABLED', retention_minutes: 60 })).en).toContain(
      'No Storage',
    )
    expect(read()).toMatchObject({ kind: 'standard' })
    expect(readStorage('nonsense')).toMatchObject({ kind: 'standard' })
    for (const language of ['de', 'en'] as const) {
      expect(storageWords(local)[language]).toMatch(/60 .*90 /)
    }
  })
})

describe('the sender', () => {
  const business = {
    name: 'Blattwerk',
    legalName: 'Blattwerk Pflanzen GmbH',
    contactEmail: 'hallo@blatt.example',
    imprintUrl: 'https://blatt.example/impressum',
    privacyUrl: 'https://www.blatt.example/datenschutz/',
  }
  const good = {
    about: 'Pflanzen',
    description: 'Blattwerk Pflanzen GmbH, Berlin',
    email: 'Hallo@blatt.example',
    websites: ['https://blatt.example/impressum/', 'http://blatt.example/datenschutz'],
  }
  const failing = (profile: object, shown = 'Blattwerk') =>
    judgeProfile({ ...good, ...profile }, business, shown).flatMap(({ key, ok }) => (ok ? [] : [key]))

  it('C-57: is recognised by name, legal name, e-mail, imprint and privacy page, each on its own', () => {
    expect(failing({})).toEqual([])
    expect(failing({ description: '' })).toEqual(['legal_name'])
    expect(failing({ email: '' })).toEqual(['email'])
    expect(failing({ websites: [good.websites[1]] })).toEqual(['imprint'])
    expect(failing({ websites: [good.websites[0]] })).toEqual(['privacy'])
    expect(failing({}, 'Super Deals')).toEqual(['name'])
    expect(failing({}, '')).toEqual(['name'])
  })
})
