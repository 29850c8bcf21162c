import { expect, test } from 'vitest'
import { maskPhone } from './mask-phone.ts'

test('a masked number keeps its country and its last digits, and nothing between', () => {
  expect(maskPhone('+4915123456789')).toBe('+49 ••• 789')
})

test('a number too short to hide anything in is hidden whole', () => {
  expect(maskPhone('+49123')).toBe('•••')
})
