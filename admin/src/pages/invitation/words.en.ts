import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  loading: 'Opening the invitation …',
  title: 'Welcome to {{business}}',
  lead: 'You were invited to work here. Your role: {{role}}.',
  gone: 'This invitation is no longer valid',
  goneLead: 'It has expired, was withdrawn or has been accepted before. Please ask for a new one.',
  email: 'E-mail address',
  name: 'Your name',
  nameHint: 'This is how the team sees you.',
  newPassword: 'New password',
  newPasswordHint_one: 'At least {{count}} character. A short sentence is safer than a garbled word.',
  newPasswordHint_other: 'At least {{count}} characters. A short sentence is safer than a garbled word.',
  yourPassword: 'Your password',
  yourPasswordHint: 'You already have an account. Confirm with your password that it is you.',
  wrongPassword: 'The password is not right.',
  showPassword: 'Show or hide the password',
  accept: 'Accept the invitation',
}

export default words
