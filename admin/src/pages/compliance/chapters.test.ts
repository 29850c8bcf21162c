import { expect, it } from 'vitest'
import { chaptersOf } from './chapters.ts'

const rule = (id: string, title: string) => ({
  id,
  title,
  basis: 'Art. 7 (3) GDPR',
  notHere: null,
  sources: ['server/src/consent/withdraw.ts'],
  tests: [{ file: 'a.test.ts', title: `${id}: shown` }],
})
const rules = [
  rule('C-09', 'No ticked boxes'),
  rule('C-25', 'Easy to withdraw'),
  rule('C-76', 'Twice is once'),
]

it('puts rules into their chapters and leaves out empty ones', () => {
  expect(chaptersOf(rules, '').map(([chapter, found]) => [chapter, found.map(({ id }) => id)])).toEqual([
    ['consent', ['C-09']],
    ['withdrawal', ['C-25']],
    ['whatsapp', ['C-76']],
  ])
})

it('finds rules by all words, wherever they stand', () => {
  expect(chaptersOf(rules, 'ART. 7  withdraw').flatMap(([, found]) => found)).toHaveLength(3)
  expect(chaptersOf(rules, 'easy withdraw').flatMap(([, found]) => found.map(({ id }) => id))).toEqual([
    'C-25',
  ])
  expect(chaptersOf(rules, 'nothing like it')).toEqual([])
})
