import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Settings',
  lead: 'Everything that applies to the whole business.',
  parts: {
    business: 'Business',
    members: 'Team',
    topics: 'Topics & wording',
    channel: 'WhatsApp number',
    fields: 'Contact fields',
    prices: 'Prices',
    audit: 'Audit log',
  },
}

export default words
