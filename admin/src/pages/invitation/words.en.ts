import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Welcome to the team',
  lead: 'You were invited to work with Jawort. Two more things, then you are in.',
  gone: 'This invitation is no longer valid',
  goneLead: 'It has expired, was withdrawn or has been accepted before. Please ask for a new one.',
  knownTitle: 'You are part of it now',
  knownLead: 'There is an account for your e-mail address already. Sign in with the password you have.',
  toSignIn: 'Go to sign-in',
  name: 'Your name',
  nameHint: 'This is how the team sees you.',
  password: 'New password',
  passwordHint: 'At least {{length}} characters. A short sentence is safer than a garbled word.',
  showPassword: 'Show or hide the password',
  accept: 'Accept the invitation',
}

export default words
