import { expect, it } from 'vitest'
import { preparedText } from './prepared-text.ts'

it('reads what a chat link has typed already', () => {
  expect(preparedText('https://wa.me/49301234?text=Hallo%20du%20(Code%20ABC)')).toBe('Hallo du (Code ABC)')
  expect(preparedText('https://wa.me/49301234')).toBe('')
  expect(preparedText('not a link')).toBe('')
})
