import type { SameKeys } from '../../i18n/same-keys.ts'
import type * as de from './words-admission.de.ts'

export const admission: SameKeys<typeof de.admission> = {
  in: 'The business is let in',
  before: 'It was at work before there was this check.',
  decided: {
    member: 'Another member agreed on {{at}}: {{reason}}',
    operator: 'The operator agreed on {{at}}: {{reason}}',
    command_line: 'Decided on {{at}} at the command line of this installation: {{reason}}',
  },
  closed: 'Like this the business is not let in',
  applied: 'Applied for on {{at}}',
  appliedByMe:
    'Now somebody else decides: a second owner, the data protection officer, or the operator of this installation. Whoever changes something has to apply again.',
  appliedByOther: 'Read what stands below, and decide at the end of the page.',
  trial_one: 'Trial: marketing goes to one person a day',
  trial_other: 'Trial: marketing goes to at most {{count}} people a day',
  trialText:
    'Once somebody else has looked at what you say, this cap is gone. Meta’s limit and the warm-up stay.',
  refused: 'Refused: {{reason}} You can change it and apply again.',
  checks: 'What is looked at',
  checksLead: 'Only when everything is there can somebody decide.',
  apply: 'Apply to be let in',
  sent: 'Applied',
  about: 'About the business',
  aboutLead: 'Name and imprint stand under Settings › Business. Everything here is kept encrypted.',
  vertical: 'Line of business',
  notAllowed: '{{name}} (not allowed)',
  registration: 'Register and number',
  registrationHint: 'Or why there is none, for example a sole trader.',
  contactName: 'Contact person',
  contactEmail: 'Their e-mail address',
  listOrigin: 'Where do your contacts come from?',
  listOriginText: 'How did they say yes?',
  sample: 'Sample text {{number}}',
  saved: 'Saved',
  decision: 'Decision',
  decisionLead: 'The reason is kept, and shown to the business.',
  reason: 'Reason',
  approve: 'Let in',
  refuse: 'Refuse',
  decisionKept: 'Decided',
}
