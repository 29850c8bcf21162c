import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  ['/b/kaffee/contacts?state=confirmed', '/b/kaffee/contacts?state=confirmed'],
  [undefined, '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
])('%s leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path)
})
