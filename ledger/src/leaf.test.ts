import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { commit, newSalt, opens } from './commitment.ts'
import { leafBytes, parseLeaf } from './leaf.ts'
import { flipped, sampleLeaf } from './sample_log.ts'

const decoder = new TextDecoder()

test('a leaf is its canonical bytes, and reads back', () => {
  const bytes = leafBytes(sampleLeaf(3))
  expect(decoder.decode(bytes)).toMatch(
    /^\{"commit":"[0-9a-f]{64}","origin":"jawort.example\/ledger\/4711","purpose":/,
  )
  expect(parseLeaf(bytes)).toEqual(sampleLeaf(3))
})

test('C-16: the bytes of a leaf are those that RFC 8785 says, whatever its fields hold', () => {
  // What looks like an address is no token: it is refused, below.
  const token = fc.stringMatching(/^[A-Za-z_.:/*@-]{1,20}$/).filter((text) => !/@.*\./.test(text))
  const origin = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => /^[^\s\u0085+\p{Cc}]{1,255}$/u.test(text))
  fc.assert(
    fc.property(fc.record({ origin, seq: fc.maxSafeNat(), type: token, state: token }), (fields) => {
      const leaf = { ...sampleLeaf(0), ...fields }
      expect(decoder.decode(leafBytes(leaf))).toBe(decoder.decode(canonical(leaf)))
    }),
  )
})

test.each([
  ['seq', -1],
  ['seq', 1.5],
  ['origin', 'two words'],
  ['origin', ''],
  ['type', ''],
  ['type', 'Bitte melde dich'],
  ['state', 'x'.repeat(65)],
  ['purpose', '491701234567'],
  ['purpose', '+491701234567'],
  ['purpose', 'DE.13491208655302741918'],
  ['purpose', 'anna@example.org'],
  ['rulePack', 'ümlaut'],
  ['textVersionHash', 'AB'.repeat(32)],
  ['t', '2026-03-01'],
  ['t', '2026-03-01T09:30:00Z'],
  ['t', '2026-02-30T09:30:00.000Z'],
  ['commit', ''],
])('%s cannot be %j; the message tells the field, never the value', (field, value) => {
  expect(() => leafBytes({ ...sampleLeaf(0), [field]: value })).toThrow(
    `not a leaf: ${field} is missing or malformed`,
  )
})

test('fields are neither added nor left out', () => {
  const { state: _, ...incomplete } = sampleLeaf(0)
  const write = (value: object) => () => parseLeaf(utf8(JSON.stringify(value)))
  expect(write(incomplete)).toThrow('not a leaf')
  expect(write({ ...sampleLeaf(0), phone: '+491701234567' })).toThrow('not a leaf')
  expect(write([])).toThrow('not a leaf')
})

test('a leaf without a wording, for all topics', () => {
  expect(() => leafBytes(sampleLeaf(0, { textVersionHash: '', purpose: '*' }))).not.toThrow()
})

test('another spelling of the same leaf is refused', () => {
  const json = decoder.decode(leafBytes(sampleLeaf(0)))
  for (const other of [
    `${json} `,
    `\ufeff${json}`,
    json.replace('{', '{ '),
    json.replace('"v":1', '"v":1.0'),
    '{',
    '',
  ]) {
    expect(() => parseLeaf(utf8(other))).toThrow(/^the bytes are not/)
  }
  expect(() => parseLeaf(Uint8Array.of(0xff))).toThrow('not UTF-8 JSON')
})

test('a commitment opens with its payload and salt, and with nothing else', () => {
  const anyObject = fc.dictionary(fc.string(), fc.jsonValue())
  fc.assert(
    fc.property(anyObject, fc.nat(31), (payload, byte) => {
      const salt = newSalt()
      const commitment = commit(payload, salt)
      expect(opens(commitment, payload, salt)).toBe(true)
      expect(opens(commitment, payload, flipped(salt, byte))).toBe(false)
      expect(opens(flipped(commitment, byte), payload, salt)).toBe(false)
      expect(opens(commitment, { ...payload, more: payload }, salt)).toBe(false)
      expect(opens(commitment, payload, salt.slice(1))).toBe(false)
      expect(opens(commitment, { at: new Date() }, salt)).toBe(false)
    }),
  )
  expect(() => commit({}, new Uint8Array(31))).toThrow('a salt has 32 bytes, not 31')
})
