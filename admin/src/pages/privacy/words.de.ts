import * as kept from './words-kept.de.ts'
import * as ledger from './words-ledger.de.ts'
import * as requests from './words-requests.de.ts'

export default {
  title: 'Datenschutz',
  lead: 'Beweise jedes Ja, gib Auskunft, und lösch, wer gehen will.',
  parts: {
    label: 'Bereiche',
    ledger: 'Nachweisbuch',
    people: 'Anfragen von Personen',
    restricted: 'Gesperrte Nachweise',
    retention: 'Fristen',
  },
  ...ledger,
  ...requests,
  ...kept,
} as const
