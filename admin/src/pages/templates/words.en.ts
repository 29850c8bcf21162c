import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Templates',
  lead: 'What you write first is reviewed by Meta: once per template and language.',
  list: 'List of templates',
  create: 'New template',
  sync: 'Synchronise with Meta',
  synced: 'Synchronised',
  search: 'Search name or text',
  stateFilter: 'State',
  allStates: 'All states',
  category: 'Category',
  allCategories: 'All categories',
  clear: 'Clear filters',
  categories: { marketing: 'Marketing', utility: 'Utility', authentication: 'One-time code' },
  columns: {
    name: 'Template',
    languages: 'Languages and state',
    category: 'Category',
    quality: 'Quality',
    usedBy: 'Campaigns',
    updated: 'Changed',
  },
  noneTitle: 'Nothing found',
  noneText: 'No template matches these filters.',
  emptyTitle: 'Your first template',
  emptyText:
    'A template is a message that Meta has approved. You write it once, see it on a phone right here and submit it; mostly it is approved within minutes. The way to unsubscribe is in it from the start.',
}

export default words
