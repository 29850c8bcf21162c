import { expect, test } from 'vitest'
import { attributesOf, valuesOf } from './details-values.ts'

const field = (key: string, type: 'text' | 'number' | 'date' | 'boolean') => ({
  key,
  type,
  label: key,
  purpose: '',
})
const fields = [
  field('city', 'text'),
  field('orders', 'number'),
  field('since', 'date'),
  field('garden', 'boolean'),
]

test('values go into the form and come back as they were', () => {
  const attributes = { city: 'Köln', orders: 4, since: '2026-03-01', garden: false }
  const values = valuesOf({ name: 'Anna', language: 'de', attributes }, fields)
  expect(attributesOf(values.attributes, fields)).toEqual(attributes)
})

test('what is unknown stays unknown, and what was emptied is taken away', () => {
  const values = valuesOf({ name: null, language: null, attributes: { orders: 0 } }, fields)
  expect(attributesOf(values.attributes, fields)).toEqual({
    city: null,
    orders: 0,
    since: null,
    garden: null,
  })
  expect(attributesOf({ ...values.attributes, orders: '' }, fields).orders).toBeNull()
})
