import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Rules and what shows them',
  lead: 'Every rule that Jawort keeps, its basis, and the tests that show it for each version of the program. Engineering rules, not legal advice.',
  search: 'Search',
  searchHint: 'Rule, article or word',
  shown_one: '{{count}} rule',
  shown_other: '{{count}} rules',
  none: 'No rule matches “{{search}}”.',
  tests_one: '{{count}} test',
  tests_other: '{{count}} tests',
  notHere: 'not here',
  why: 'Why not here',
  shownBy: 'Shown by',
  keptIn: 'Kept in',
  basis: 'Basis: {{basis}}',
  chapters: {
    consent: 'How a yes comes about',
    withdrawal: 'How it ends, and stays ended',
    people: 'Rights, time limits, security',
    whatsapp: 'WhatsApp and the standing of a number',
  },
}

export default words
