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
  language: 'Language',
  allLanguages: 'All languages',
  allQualities: 'Any quality',
  sort: 'Order',
  sortings: {
    changed: 'Last changed',
    name: 'Name',
    quality: 'Worst quality',
    used: 'Most used',
  },
  missing: 'missing in: {{languages}}',
  savedChange: 'Change saved: {{languages}}',
  library: {
    open: 'Ready-made templates',
    title: 'Ready-made templates',
    lead: 'Written for shops, salons and travel, checked against Meta’s rules and the law. They become a draft that you adapt and submit.',
    cases: 'Cases',
    previewLanguage: 'Language of the preview',
    languages: 'Drafts in',
    channel: 'Number',
    use_one: 'Take over as a draft',
    use_other: 'Take over as {{count}} drafts',
    made_one: 'Draft created',
    made_other: '{{count}} drafts created',
  },
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
