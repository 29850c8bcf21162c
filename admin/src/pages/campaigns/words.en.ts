import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Campaigns',
  lead: 'A campaign is one template to people who said yes to one topic.',
  list: 'List of campaigns',
  create: 'New campaign',
  states: 'By state',
  tabs: {
    all: 'All',
    running: 'Running',
    scheduled: 'Scheduled',
    paused: 'Paused',
    draft: 'Drafts',
    finished: 'Finished',
    cancelled: 'Cancelled',
  },
  columns: {
    name: 'Campaign',
    state: 'State',
    progress: 'Progress',
    when: 'When',
    budget: 'Budget',
  },
  noTopic: 'no topic yet',
  noBudget: 'none',
  progress: '{{done}} of {{total}} accepted',
  freezing: '{{done}} of {{expected}} checked',
  noneTitle: 'Nothing in this state',
  none: {
    running: 'No campaign is running right now.',
    scheduled: 'No campaign is scheduled.',
    paused: 'No campaign is paused.',
    draft: 'You have no draft you started.',
    finished: 'No campaign has finished yet.',
    cancelled: 'No campaign was cancelled.',
  },
  emptyTitle: 'Your first campaign',
  emptyText:
    'Choose a topic, an audience and an approved template. Before it starts we show you exactly who gets it, who does not and why, and what it costs. Nothing leaves without your last word.',
}

export default words
