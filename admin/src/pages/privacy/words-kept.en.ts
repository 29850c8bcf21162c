import type { SameKeys } from '../../i18n/same-keys.ts'
import type * as de from './words-kept.de.ts'

export const vault: SameKeys<typeof de.vault> = {
  title: 'Restricted proof',
  lead: 'Of people who were erased only the proof of their consents stays, locked away until claims have lapsed (Articles 17 (3) (e) and 18 GDPR).',
  people: 'People',
  pieces: 'Pieces of evidence',
  next: 'Next destruction',
  emptyTitle: 'Nothing is locked away',
  emptyText: 'When a person is erased, their proof lies here until claims have lapsed.',
  how: 'It takes two to open: one member asks, another one approves for 24 hours. Every look is in the audit log.',
  phone: 'Which number is it about?',
  phoneHint: 'It is compared only, not stored.',
  note: 'What for?',
  noteHint: 'Legal claims only: file number or letter.',
  ask: 'Ask to open',
  asked: 'Asked, a second member has to agree',
  unlocks: 'Requests to open',
  unlocksLead: 'Who wanted to open what for, and when.',
  states: { waiting: 'waiting', open: 'open', rejected: 'refused', expired: 'expired' },
  member: 'a former member',
  requestedBy: 'Asked by {{name}},',
  approvedBy: 'Approved by {{name}},',
  rejectedBy: 'Refused by {{name}},',
  reads_one: 'read {{count}} time',
  reads_other: 'read {{count}} times',
  second: 'A second member has to agree.',
  approve: 'Approve for 24 hours',
  reject: 'Refuse',
  pack: 'Proof pack for the court (ZIP)',
  read: 'The evidence only (JSON)',
}

export const shredded: SameKeys<typeof de.shredded> = {
  title: 'Destroyed keys',
  lead: 'So that an old backup brings nobody back.',
  text: 'The list names nobody. It lies beside the database, too; after a restore people are erased by it again before anything opens. Keep a printout now and then.',
  download: 'Download list',
}

export const keep: SameKeys<typeof de.keep> = {
  title: 'What goes when',
  lead: 'Every kind of data has its period; every night what is past it goes. Shorter is possible, longer never.',
  next: 'Next time:',
  days_one: '{{count, number}} day',
  days_other: '{{count, number}} days',
  daysWord: 'days',
  months_one: '{{count, number}} month',
  months_other: '{{count, number}} months',
  atOnce: 'once the figures are kept',
  range: '{{shortest}} to {{longest}}',
  daysOf: '{{what}}: days',
  save: 'Save',
  saved: 'Saved',
}

export const proof: SameKeys<typeof de.proof> = {
  title: 'Proof of consents',
  lead: 'Counted from the last yes, use or withdrawal, to the end of the year (sections 195, 199 BGB). Have your counsel look at the period.',
  years: 'Whole years',
  yearsHint: 'Three are the regular limitation. Counts for everything that ends from now on.',
  calls: 'Topics whose text also covers calls',
  callsHint:
    'Where people also agree to marketing calls, section 7a (2) UWG asks for this proof for five years, from the consent and anew from every use; the Federal Network Agency (Bundesnetzagentur) may ask to see it at any time. The longer of both periods counts.',
  callsYears: 'Years for these topics',
  callsYearsHint: 'To the day, five at least (section 7a (2) sentence 1 UWG).',
  shred: 'Destroy at once when erasing',
  shredHint:
    'Instead of locking the proof away until the period ends. Then it is missing when somebody sues.',
}
