import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Duplicate records',
  lead: 'Records that look like the same person. See what would come together; nothing is merged before you say yes, and it can be undone for 30 days.',
  back: 'Contacts',
  by: {
    label: 'By what they look alike',
    name: 'Name',
    email: 'E-mail',
    number: 'Customer number',
  },
  hint: {
    name: 'The same full name, in whatever order. Who writes from a WhatsApp of their own both times has two accounts and is not listed, nor is a name that more than five share.',
    email: 'The same value in a field for the e-mail address (key email, e_mail, mail or e_mail_adresse).',
    number:
      'The same value in a field for the customer number (key kundennummer, customer_number, customer_id or external_id).',
  },
  table: { people: 'Look like the same person' },
  compare: 'Compare',
  compareWith: 'Compare with {{name}}',
  empty: {
    title: 'Nothing looks double',
    name: 'Nobody has the same full name as somebody else with whom they could be merged.',
    email: 'No two records have the same e-mail address, or there is no field for it yet.',
    number: 'No two records have the same customer number, or there is no field for it yet.',
  },
}

export default words
