import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Good to see you',
  lead: 'Sign in to continue.',
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show or hide the password',
  enter: 'Sign in',
  wrong: 'E-mail address and password do not match. Please check both.',
  tooMany: 'Too many attempts. Wait a minute, then try again.',
  linkBefore: 'First time here? The command',
  linkAfter: 'prints a link in the terminal that signs you in once without a password.',
}

export default words
