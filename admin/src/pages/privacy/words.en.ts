import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'
import * as kept from './words-kept.en.ts'
import * as ledger from './words-ledger.en.ts'
import * as requests from './words-requests.en.ts'

const words: SameKeys<typeof de> = {
  title: 'Privacy',
  lead: 'Prove every yes, answer who asks, and erase who wants to leave.',
  parts: {
    label: 'Parts',
    ledger: 'Ledger',
    people: 'Requests from people',
    restricted: 'Restricted proof',
    retention: 'Retention',
  },
  ...ledger,
  ...requests,
  ...kept,
}

export default words
