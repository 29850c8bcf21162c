import { expect, test } from 'vitest'
import { windowLeft } from './window-left.ts'

const now = Date.parse('2026-11-21T12:00:00Z')

test('counts down in whole minutes, the started one included', () => {
  expect(windowLeft('2026-11-22T11:59:30Z', now)).toMatchObject({ hours: 24, minutes: 0 })
  expect(windowLeft('2026-11-21T13:30:00Z', now)).toMatchObject({ hours: 1, minutes: 30 })
  expect(windowLeft('2026-11-21T12:00:01Z', now)).toMatchObject({ hours: 0, minutes: 1 })
})

test('is closed at its very end, and when the person never wrote', () => {
  expect(windowLeft('2026-11-21T12:00:00Z', now)).toBeUndefined()
  expect(windowLeft('2026-11-21T11:00:00Z', now)).toBeUndefined()
  expect(windowLeft(null, now)).toBeUndefined()
})
