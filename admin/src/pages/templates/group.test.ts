import { expect, it } from 'vitest'
import type { Template } from '../../api/campaign-entities.ts'
import { groupTemplates } from './group.ts'

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
