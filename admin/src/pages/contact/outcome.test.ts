import { expect, test } from 'vitest'
import { outcomeOf } from './outcome.ts'

test.each([
  ['consent', true, 'ok'],
  ['consent', false, 'no'],
  ['quiet_hours', false, 'wait'],
  ['quiet_hours', true, 'ok'],
  ['a_check_of_tomorrow', false, 'no'],
] as const)('%s with ok=%s reads %s', (key, ok, outcome) => {
  expect(outcomeOf({ key, ok })).toBe(outcome)
})
