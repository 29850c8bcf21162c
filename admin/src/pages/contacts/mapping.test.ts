import { expect, test } from 'vitest'
import {
  assign,
  claimsConsent,
  evidenceOf,
  looksLikeConsent,
  mappingOf,
  meaningsOf,
  noAttestation,
} from './mapping.ts'

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

test('C-19: a list that claims consents is sent only when somebody answers for its origin', () => {
  const meanings = assign(assign(meaningsOf(columns, guess), 3, 'claim:date'), 2, 'claim:source')
  expect(claimsConsent(meaningsOf(columns, guess))).toBe(false)
  expect(claimsConsent(meanings)).toBe(true)
  const said = {
    ...noAttestation,
    origin: 'own_website' as const,
    statement: 'Eigenes Häkchen im Formular auf unserer Website.',
    wordingText: 'Ja, schickt mir Neuigkeiten per WhatsApp.',
  }
  expect(evidenceOf(columns, meanings, said)).toBeUndefined()
  expect(evidenceOf(columns, meanings, { ...said, collectedByUs: true })).toEqual({
    dateColumn: 'Newsletter',
    sourceColumn: 'Ort',
    wordingText: said.wordingText,
    origin: 'own_website',
    statement: said.statement,
    collectedByUs: true,
  })
  expect(evidenceOf(columns, meanings, { ...said, collectedByUs: true, statement: 'kurz' })).toBeUndefined()
})
