import { describe, expect, it } from 'vitest'
import { sentenceOf, suggestionOf } from './words.ts'

describe('C-69: what a review says', () => {
  it('speaks of a single one as people do, in both languages', () => {
    const say = (key: string, values: Record<string, number>) =>
      (['de', 'en'] as const).map((language) => sentenceOf({ key, values }, language))
    expect(say('quality_fell', { times: 1 })).toEqual([
      'Die Qualität ist 1-mal auf Gelb oder Rot gefallen.',
      'The quality fell to yellow or red once.',
    ])
    expect(say('grown', { won: 1, lost: 0 })).toEqual([
      'Gewachsen: 1 Mensch kam dazu, 0 gingen oder liefen ab.',
      'Grown: 1 person joined, 0 left or lapsed.',
    ])
    expect(say('many_failed', { count: 1, rate: 0.5 })).toEqual([
      '1 Nachricht (50\u00a0%) kam nicht an.',
      '1 message (50%) did not arrive.',
    ])
    expect(say('lapsed', { people: 1_200 })).toEqual([
      '1.200 Einwilligungen sind abgelaufen, weil sie zu lange nicht genutzt wurden.',
      '1,200 consents lapsed because they were not used for too long.',
    ])
  })

  it('says how often it was too much, in plain words', () => {
    const finding = { key: 'less_often', values: { upTo: 4, rate: 0, rateMore: 0.1, people: 40, stay: 4 } }
    expect(suggestionOf(finding, 'de')).toContain(
      'Mehr waren es 40-mal; sonst wären etwa 4 Menschen mehr geblieben.',
    )
    expect(suggestionOf(finding, 'en')).toContain(
      'It was more than that 40 times; otherwise about 4 more people',
    )
  })
})
