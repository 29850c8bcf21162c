import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Your businesses',
  lead: 'Hello {{name}}, what would you like to work on?',
  noneTitle: 'No business yet',
  noneText: 'Your account does not belong to a business yet. Please ask an owner for an invitation.',
  admissions: 'Admissions',
  waiting_one: '{{count}} waits',
  waiting_other: '{{count}} wait',
  admit: 'Admit a business',
  name: 'Name of the brand',
  nameHint: 'This is how people on the phone know the business.',
  legalName: 'Legal name',
  slug: 'Short name',
  slugHint: 'Is part of the address: /b/{{slug}}',
  country: 'Country',
  language: 'Language',
  privacyUrl: 'Address of the privacy notice',
  imprintUrl: 'Address of the imprint',
  create: 'Admit',
  signOut: 'Sign out',
}

export default words
