import type { SameKeys } from '../../i18n/same-keys.ts'
import type * as de from './words-consent.de.ts'

export const wordingLife: SameKeys<typeof de.wordingLife> = {
  text: 'Text',
  view: 'View of the version',
  diff: 'Difference to version {{version}}',
  added: 'new:',
  removed: 'removed:',
  whatIsNew: 'What is new?',
  isMaterial: 'Does it change what people say yes to?',
  isMaterialHint:
    'A new purpose, another controller or a new use of data (Article 4 (11), Article 13 (3) GDPR). For a new purpose a topic of its own is usually better: then the old consents stay valid.',
  notMaterial: 'No, only worded differently',
  notMaterialHint: 'Earlier consents stay valid.',
  material: 'Material change',
  materialHint:
    'Whoever agreed to the old text gets no more marketing on this topic until they agree to the new one (now {{number}} confirmed for the topic). They are asked when they next write themselves, never by writing first.',
  chooseMaterial: 'Please decide this first.',
  changeShort: 'Please say in one sentence what is new.',
  putOutOfScope_one: '{{number}} consent rests since then.',
  putOutOfScope_other: '{{number}} consents rest since then.',
  invalid: 'invalid',
  invalidate: 'Declare invalid',
  invalidated: 'Declared invalid',
  invalidateTitle: 'Declare version {{version}} ({{language}}) invalid?',
  invalidateText:
    'All consents to this text end at once, marketing that waits is withheld, nobody can sign up with it any more. This cannot be undone: whoever should get marketing again has to agree to a new text.',
  invalidateLaw:
    'Needed when the text did not inform properly, for example without purpose or withdrawal (Art. 7 GDPR). The report then shows what was sent on the strength of it.',
  invalidWord: 'INVALID',
  reason: 'What is wrong with the text?',
  reasonHint: 'Stays in the report and in the audit log.',
  reasonShort: 'Please describe the defect in one sentence.',
  report: 'Report',
  reportTitle: 'Invalid: version {{version}} ({{language}})',
}

export const report: SameKeys<typeof de.report> = {
  consents: 'Consents ended',
  withheld: 'Marketing withheld',
  messages: 'Messages sent',
  people: 'People',
  between: 'Sent between',
  campaign: 'Campaign',
  otherMessages: 'Outside of campaigns',
  next: 'Counted as far back as messages are kept. Find out with your data protection officer whether the people concerned must be told (Art. 33, 34 GDPR).',
}

export const askAgain: SameKeys<typeof de.askAgain> = {
  title: 'Asking anew',
  lead: 'After a material change Jawort asks each person once, when they write themselves, inside the open 24-hour window. Until then they get no marketing on this topic.',
  superseded: 'Concerned',
  waiting: 'Not asked yet',
  windowOpen: '{{number}} with an open window: asked with their next message',
  open: 'Question open',
  yes: 'Yes again',
  no: 'No',
}

export const consentOptions: SameKeys<typeof de.consentOptions> = {
  title: 'Timers and receipt',
  lead: 'You can change these timers; the others are fixed, to protect people.',
  questionHours: 'A question stands (hours)',
  questionHoursHint: 'Usually 72, at most 168. After that a YES asks anew.',
  codeHours: 'A page’s code lives (hours)',
  codeHoursHint: 'At most 24, works once.',
  minimumAge: 'Minimum age',
  minimumAgeHint:
    'Whoever says in the chat to be younger gets no marketing (Art. 8 GDPR). For alcohol and the like: 18.',
  receipt: 'Send a receipt after the YES',
  receiptHint: 'A short message with topic, time, version of the text and the way out, to keep.',
}
