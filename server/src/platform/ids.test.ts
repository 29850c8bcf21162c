import { expect, it } from 'vitest'
import { newCode, newId, newLinkSecret } from './ids.ts'

it('makes ids that are unique and grow with time', () => {
  const ids = Array.from({ length: 2_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('makes codes of the wanted length, out of characters that cannot be mistaken for each other', () => {
  const codes = Array.from({ length: 2_000 }, () => newCode(7))
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{7}$/)
  expect(new Set(codes.join('')).size).toBe(32)
})

it('ends a link’s secret so that a chat or a mail program takes all of it for the link', () => {
  const id = Buffer.from('0198f2c4a5b67c8d9e0f1a2b3c4d5e6f', 'hex')
  const secrets = Array.from({ length: 2_000 }, () => newLinkSecret(32, id))
  expect(new Set(secrets).size).toBe(secrets.length)
  for (const secret of secrets) {
    expect(secret).toMatch(/^[\w-]{63}[A-Za-z0-9]$/)
    expect(Buffer.from(secret, 'base64url').subarray(0, id.length)).toEqual(id)
  }
})
