import { expect, it } from 'vitest'
import { judgeVersion } from './database.ts'

it.each([
  ['postgres', 140_018, 'fail'],
  ['postgres', 150_018, 'ok'],
  ['postgres', 170_010, 'ok'],
  ['postgres', 180_000, 'warn'],
  ['postgres', 180_004, 'warn'],
  ['postgres', 180_005, 'ok'],
  ['pglite', 180_004, 'ok'],
] as const)('%s %i: %s', (kind, number, state) => {
  expect(judgeVersion(kind, number, 'x').state).toBe(state)
})
