import { expect, test } from 'vitest'
import { slugOf } from './slug-of.ts'

test.each([
  ['Kaffee Rösterei & Söhne', 'kaffee-roesterei-soehne'],
  ['  Café Zoé! ', 'cafe-zoe'],
])('%s becomes %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
