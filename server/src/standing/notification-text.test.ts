import { expect, test } from 'vitest'
import { notificationText } from './notification-text.ts'

const titleOf = (kind: string, data: Parameters<typeof notificationText>[1], language: 'de' | 'en' = 'de') =>
  notificationText(kind, data, language).title

test.each(['2026-11-24', 'RED', 'connected', '20'])('a campaign called %s is called that', (name) => {
  expect(titleOf('campaign.finished', { name })).toBe(`Kampagne „${name}“ fertig`)
})

test('states, categories and days are said in the reader’s language', () => {
  expect(titleOf('channel.quality', { name: 'Shop', after: 'RED' })).toBe('Qualität der Nummer „Shop“: rot')
  expect(titleOf('template.category', { name: 'winter', after: 'utility' })).toBe(
    'Vorlage „winter“ ist jetzt Service',
  )
  expect(titleOf('template.category', { name: 'winter', after: 'marketing' }, 'en')).toBe(
    'Template “winter” is now marketing',
  )
  expect(titleOf('template.archives_soon', { name: 'winter', day: '2026-12-24' })).toBe(
    'Vorlage „winter“ wird am 24.12.2026 archiviert',
  )
})
