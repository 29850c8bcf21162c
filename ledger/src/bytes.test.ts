import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, toHex } from './bytes.ts'

test('hex is written as the platform writes it, and reads back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(fromHex(toHex(bytes))).toEqual(bytes)
    }),
  )
})

test.each(['a', 'AB', '0g', 'g0', ' 0', '0x', '\u0130\u0130', '\uff10\uff10', '00\u0000'])(
  '%j is no lowercase hex',
  (text) => {
    expect(fromHex(text)).toBeUndefined()
  },
)
