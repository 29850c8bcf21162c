import { expect, test } from 'vitest'
import { formats } from './format.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const ago = (seconds: number) => new Date(now - seconds * 1000)

test.each([
  ['de', 20, 'jetzt'],
  ['de', 3 * 60, 'vor 3 Minuten'],
  ['de', 86_400, 'gestern'],
  ['en', 2 * 3_600 + 59 * 60, '2 hours ago'],
  ['en', -3 * 86_400, 'in 3 days'],
])('%s: %d seconds ago reads %s', (language, seconds, words) => {
  expect(formats(language).relative(ago(seconds), now)).toBe(words)
})

test('numbers and money follow the language', () => {
  expect(formats('de').number(12345.6)).toBe('12.345,6')
  expect(formats('en').number(12345.6)).toBe('12,345.6')
  expect(formats('de').money(0.1131, 'EUR', 4).replace(/\s/, ' ')).toBe('0,1131 €')
  expect(formats('en').money(1234.5)).toBe('€1,234.50')
})
