import { expect, it } from 'vitest'
import { citation } from './citation.ts'

it.each([
  ['Art. 6 (1) (a) GDPR', 'Art. 6 Abs. 1 lit. a DSGVO'],
  ['Art. 13(1)(c), (d)', 'Art. 13 Abs. 1 lit. c, d'],
  [
    '§ 7 (2) no. 2 UWG, Art. 13 (1) ePrivacy Directive, Art. 6 (1) (a) GDPR',
    '§ 7 Abs. 2 Nr. 2 UWG, Art. 13 Abs. 1 ePrivacy-Richtlinie, Art. 6 Abs. 1 lit. a DSGVO',
  ],
  ['Art. 4 (11), 7 (1) GDPR, BGH I ZR 164/09', 'Art. 4 Nr. 11, 7 Abs. 1 DSGVO, BGH I ZR 164/09'],
  ['Art. 17 (3) (b), (e) GDPR, §§ 195, 199 BGB', 'Art. 17 Abs. 3 lit. b, e DSGVO, §§ 195, 199 BGB'],
  ['Recital 32 GDPR, CJEU C-673/17', 'Erwägungsgrund 32 DSGVO, EuGH C-673/17'],
])('cites %s in German', (english, german) => {
  expect(citation(english, 'de')).toBe(german)
})

it.each([
  ['en', 'Art. 13 (1) (c), (d)'],
  ['fr', 'Art. 13, par. 1, point c), d)'],
  ['it', 'Art. 13, par. 1, lett. c), d)'],
  ['es', 'Art. 13, apdo. 1, letra c), d)'],
  ['nl', 'Art. 13, lid 1, onder c), d)'],
] as const)('cites an article in %s', (language, text) => {
  expect(citation('Art. 13(1)(c), (d)', language)).toBe(text)
})
