import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Quality reviews',
  lead: 'At the beginning of each quarter one appears by itself: what went well, what hurt, what helps most. It stays as it was.',
  back: 'Standing',
  quarter: 'Quarter',
  name: 'Quarter {{number}} of {{year}}',
  made: 'Made',
  delivered: 'Delivered',
  optOuts: 'Opt-outs',
  suggestions: 'Suggestions',
  proofs: 'Proofs',
  hold: 'hold',
  noProofs: 'none',
  broken: 'check!',
  emptyTitle: 'No review yet',
  emptyText: 'The first one appears in the first night of the next quarter, all by itself.',
}

export default words
