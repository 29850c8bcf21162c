import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Segments',
  lead: 'Whom do you mean? A segment is a question to your contacts, not a list: who belongs to it is found anew each time.',
  new: 'New segment',
  name: 'Name',
  rules: 'Who belongs to it?',
  changed: 'Changed',
  emptyTitle: 'No segment yet',
  emptyText:
    'Write to fewer people, but the right ones: for example everybody who said yes to the newsletter and lives in Cologne.',
  contacts: 'See contacts',
  contactsOf: 'See contacts: “{{name}}”',
}

export default words
