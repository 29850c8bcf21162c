import { expect, test } from 'vitest'
import { fillVariables } from './message-text.tsx'

test('variables take their value, and stay visible without one', () => {
  expect(
    fillVariables('Hallo {{first_name}}, {{ code }} gilt bis {{day}}', { first_name: 'Anna', code: 'X1' }),
  ).toBe('Hallo Anna, X1 gilt bis {{day}}')
})
