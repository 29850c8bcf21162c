import { expect, it } from 'vitest'
import type { Template } from '../../api/campaign-entities.ts'
import { filterGroups, groupTemplates, sortGroups } from './group.ts'

const template = (id: string, more: Partial<Template>): Template => ({
  id,
  channelId: 'c',
  name: 'autumn',
  language: 'de',
  category: 'marketing',
  state: 'approved',
  quality: 'GREEN',
  content: { body: '', buttons: [], samples: {} },
  reason: null,
  submittedAt: null,
  decidedAt: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
  usedBy: 1,
  version: 1,
  draft: null,
  pause: null,
  edits: { left: null, nextAt: null },
  categoryNotice: null,
  appealedAt: null,
  archivedAt: null,
  ...more,
})

it('puts the languages of one name together and tells the worst of them', () => {
  const groups = groupTemplates([
    template('1', { language: 'en', quality: 'RED' }),
    template('2', { updatedAt: '2026-02-01T00:00:00.000Z' }),
    template('3', { name: 'winter' }),
    template('4', { channelId: 'other' }),
  ])
  expect(groups.map((group) => group.languages.map((each) => each.id))).toEqual([['2', '1'], ['3'], ['4']])
  expect(groups[0]).toMatchObject({ quality: 'RED', usedBy: 2, updatedAt: '2026-02-01T00:00:00.000Z' })
})

it('filters by what any language has, and shows the archive only to those who ask', () => {
  const groups = groupTemplates([
    template('1', { name: 'autumn', quality: 'RED' }),
    template('2', { name: 'autumn', language: 'fr', state: 'rejected' }),
    template('3', { name: 'booking', category: 'utility', usedBy: 4 }),
    template('4', { name: 'old', state: 'archived' }),
  ])
  const names = (filter: Partial<Parameters<typeof filterGroups>[1]>) =>
    filterGroups(groups, {
      search: undefined,
      state: undefined,
      language: undefined,
      category: undefined,
      quality: undefined,
      ...filter,
    }).map((group) => group.name)
  expect(names({})).toEqual(['autumn', 'booking'])
  expect(names({ state: 'archived' })).toEqual(['old'])
  expect(names({ language: 'fr' })).toEqual(['autumn'])
  expect(names({ language: 'de', state: 'rejected' })).toEqual([])
  expect(names({ quality: 'RED', category: 'marketing' })).toEqual(['autumn'])
  expect(groups.find((group) => group.name === 'booking')?.missing).toEqual(['fr'])
  expect(sortGroups(groups, 'used')[0]?.name).toBe('booking')
  expect(sortGroups(groups, 'quality')[0]?.name).toBe('autumn')
})
