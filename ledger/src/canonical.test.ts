import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'

const text = (value: unknown) => new TextDecoder().decode(canonical(value))

test('the example of RFC 8785 §3.2.2 to §3.2.4', () => {
  const input = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
  expect(text(JSON.parse(input))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('keys are sorted by UTF-16 code units, at every depth', () => {
  expect(text({ '\ufb33': 1, '\u{1f600}': 2, b: { z: 1, a: 2 } })).toBe(
    '{"b":{"a":2,"z":1},"\u{1f600}":2,"\ufb33":1}',
  )
})

test('every JSON value comes back from its bytes, and key order does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const bytes = text(value)
      expect(text(JSON.parse(bytes))).toBe(bytes)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        expect(text(Object.fromEntries(Object.entries(value).reverse()))).toBe(bytes)
      }
    }),
  )
})

describe('what JSON would lose is refused, with the place', () => {
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  const hidden = Object.defineProperty({ a: 1 }, 'secret', { value: 1, enumerable: false })
  const cases: [string, unknown, RegExp][] = [
    ['undefined', undefined, /^\$ is of type undefined/],
    ['undefined inside', { a: [1, undefined] }, /^\$\.a\[1\] is of type undefined/],
    ['a hole', new Array(3), /^\$ has holes/],
    ['a Date', { at: new Date(0) }, /^\$\.at is neither a plain object nor an array/],
    ['NaN', { n: Number.NaN }, /^\$\.n is NaN/],
    ['infinity', [Number.NEGATIVE_INFINITY], /^\$\[0\] is -Infinity/],
    ['a bigint', { n: 1n }, /^\$\.n is of type bigint/],
    ['a function', { toJSON: () => 'other' }, /^\$\.toJSON is of type function/],
    ['half a surrogate pair', ['\ud83d'], /^\$\[0\] holds half of a surrogate pair/],
    ['half a surrogate pair as key', { '\udc00': 1 }, /has a key with half of a surrogate pair/],
    ['a Map', new Map(), /neither a plain object nor an array/],
    ['bytes', { salt: new Uint8Array(2) }, /^\$\.salt is neither a plain object nor an array/],
    ['a boxed number', [Object(1)], /^\$\[0\] is neither a plain object nor an array/],
    ['a symbol key', { [Symbol('x')]: 1 }, /symbol keys/],
    ['a hidden key', hidden, /hidden keys/],
    ['a cycle', cycle, /deeper than 100 levels, or contains itself/],
  ]
  test.each(cases)('%s', (_, value, message) => {
    expect(() => canonical(value)).toThrow(message)
  })
})

test('objects without a prototype are plain', () => {
  expect(text(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}')
})
