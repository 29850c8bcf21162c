import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseKeepingDigits } from './long-numbers.ts'

it('ids beyond 2^53 keep their digits; every other number stays one', () => {
  const body =
    '{"a":[98765432109876543210, -9007199254740993,9007199254740991],"b":1.2345678901234567890,"c":1e2}'
  expect(parseKeepingDigits(body)).toEqual({
    a: ['98765432109876543210', '-9007199254740993', 9007199254740991],
    b: 1.2345678901234567,
    c: 100,
  })
})

it('what stands in a text is left alone', () => {
  const text = { text: ':98765432109876543210 \\" [98765432109876543210', id: '98765432109876543210' }
  expect(parseKeepingDigits(JSON.stringify([text, 1]).replace(',1]', ',98765432109876543210]'))).toEqual([
    text,
    '98765432109876543210',
  ])
})

type Reviver = (key: string, value: unknown) => unknown
const keepDigits = (_key: string, value: unknown, { source = '' }: { source?: string }) =>
  Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? source : value

it('any JSON reads as if each of its values had been looked at', () => {
  fc.assert(
    fc.property(fc.json(), (body) => {
      const whole = `[${body},9007199254740993]`
      expect(parseKeepingDigits(whole)).toEqual(JSON.parse(whole, keepDigits as Reviver))
    }),
  )
})

it('what is no JSON is refused', () => {
  for (const body of [
    '[01234567890123456789]',
    '[:98765432109876543210',
    '[98765432109876543210"',
    '[1 ,, 98765432109876543210]',
  ])
    expect(() => parseKeepingDigits(body)).toThrow(SyntaxError)
})
