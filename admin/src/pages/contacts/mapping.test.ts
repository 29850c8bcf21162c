import { expect, test } from 'vitest'
import { assign, looksLikeConsent, mappingOf, meaningsOf } from './mapping.ts'

const columns = ['Vorname', 'Telefon', 'Ort', 'Newsletter']
const guess = { phoneColumn: 'Telefon', nameColumn: 'Vorname', attributes: { Ort: 'city' } }

test('the guess becomes meanings and back', () => {
  const meanings = meaningsOf(columns, guess)
  expect(meanings).toEqual(['name', 'phone', 'field:city', 'skip'])
  expect(mappingOf(columns, meanings)).toEqual(guess)
})

test('a meaning moves to the column that gets it', () => {
  const meanings = assign(meaningsOf(columns, guess), 3, 'phone')
  expect(meanings).toEqual(['name', 'skip', 'field:city', 'phone'])
  expect(mappingOf(columns, meanings)?.phoneColumn).toBe('Newsletter')
})

test('without a phone column there is nothing to import', () => {
  expect(mappingOf(columns, assign(meaningsOf(columns, guess), 1, 'skip'))).toBeUndefined()
})

test('columns that claim a consent are recognised', () => {
  expect(columns.filter(looksLikeConsent)).toEqual(['Newsletter'])
  expect(['Opt-In', 'WhatsApp Einwilligung', 'optin', 'Ort'].filter(looksLikeConsent)).toHaveLength(3)
})
