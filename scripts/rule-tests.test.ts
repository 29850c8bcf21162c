import { expect, it } from 'vitest'
import { titlesIn } from './rule-tests.ts'

it('finds the titles of tests that run, and no others', () => {
  const text = `
    describe('C-01: a group', () => {
      it('C-02: plain', () => {})
      it.each([['a', 1]])('C-03: with a table, %s', () => {})
      test(\`C-04: in \${place}\`, { timeout: 1 }, async () => {})
      it.skip('C-05: does not run', () => {})
      it.todo('C-06: not written')
      expect('C-07: not a title').toBe('')
      describe.skip('C-08: nor this', () => { it('C-09: inside', () => {}) })
    })`
  expect(titlesIn('some.test.ts', text)).toEqual([
    'C-01: a group',
    'C-02: plain',
    'C-03: with a table, %s',
    `C-04: in \${place}`,
  ])
})
