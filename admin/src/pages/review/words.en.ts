import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Quality review, quarter {{number}} of {{year}}',
  plain: 'Quality review',
  lead: '{{first}} to {{last}}, made on {{made}}. From your own figures, without anything about a person.',
  back: 'Quality reviews',
  pdf: 'PDF ({{language}})',
  well: 'What went well',
  nothingWell: 'Too little was sent to say.',
  hurt: 'What hurt',
  nothingHurt: 'Nothing.',
  suggestions: 'What helps most',
  suggestionsLead: 'The most effective suggestion first.',
  noSuggestions: 'No suggestions. Keep it up.',
  frequency: {
    title: 'Low frequency, high relevance',
    lead: 'How many marketing messages a person got within a month, and how many opted out in that month.',
    row: '{{count}} a month',
    more: '5 and more a month',
    people: '{{count}} people',
    left: '{{share}} left',
    none: 'No marketing went out.',
  },
  figures: {
    title: 'Figures',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Not arrived',
    optOuts: 'Opt-outs',
    won: 'Joined',
    lapsed: 'Lapsed',
    before: 'before {{value}}',
  },
  topics: 'What people opted out of',
  campaigns: 'Campaigns, most opt-outs first',
  group: { name: 'Name', delivered: 'Delivered', read: 'Read', optOuts: 'Opt-outs', share: 'Share' },
  none: 'None.',
  requests: {
    title: 'Complaints and requests',
    kinds: {
      access: 'Access (Article 15)',
      portability: 'Taking data along (Article 20)',
      rectification: 'Correction (Article 16)',
      restriction: 'Restriction (Article 18)',
      objection: 'Objection (Article 21)',
      erasure: 'Erasure (Article 17)',
    },
  },
  proof: {
    title: 'Sample of proofs',
    lead: '{{checked}} of {{of}} consents in force, drawn by lot and checked anew against the ledger.',
    valid: 'hold',
    shredded: 'hold, evidence destroyed in part',
    unsealed: 'without a place in the ledger yet',
    broken: 'do not hold',
    checkpoint: 'State of the ledger at {{size}} entries',
    noCheckpoint: 'No signed checkpoint yet.',
    digest: 'Digest of the review: {{digest}}',
  },
}

export default words
