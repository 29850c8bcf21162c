import { expect, test } from 'vitest'
import { keyOfLabel } from './key-of-label.ts'

test.each([
  ['Lieblingsröstung (neu)', 'lieblingsroestung_neu'],
  ['2. Wohnsitz', 'wohnsitz'],
  ['Café-Größe', 'cafe_groesse'],
])('%s becomes %s', (label, key) => {
  expect(keyOfLabel(label)).toBe(key)
})
