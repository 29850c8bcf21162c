import type { SameKeys } from '../../i18n/same-keys.ts'
import type * as de from './words-requests.de.ts'

export const people: SameKeys<typeof de.people> = {
  title: 'A person asked',
  lead: 'Find them and give access, erase them, or note what they want.',
  search: 'Who?',
  searchHint: 'Start of the name, whole number or the last digits',
  nothing: 'Nobody found.',
  searching: 'Searching …',
  clear: 'Another person',
  export: 'Give access',
  exportText:
    'Everything known about this person in one readable file: profile, consents with evidence, messages.',
  exported: 'Access given and noted',
  erase: 'Erase',
  eraseText:
    'Name, number and messages are gone at once, the person gets nothing any more. The proof of their consents is locked away until claims have lapsed.',
  eraseDo: 'Erase person …',
  eraseTitle: 'Erase {{name}}?',
  eraseWarn: 'This cannot be undone, not even from a backup: the key of this person is destroyed.',
  eraseKeeps:
    'What stays is a secret check value on the block list, so that they are never written to by mistake, the locked proof of their consents until claims have lapsed, and empty entries in the ledger.',
  eraseFirst: 'Did they ask for access too? Then give it first.',
  word: 'ERASE',
  eraseConfirm: 'Erase for good',
  erased: 'Erased',
}

export const report: SameKeys<typeof de.report> = {
  title: 'Report of the erasure',
  erased: 'What was erased',
  kept: 'What stays, and why',
  hint: 'You can send this report to the person.',
  close: 'Close',
}

export const requests: SameKeys<typeof de.requests> = {
  title: 'Requests',
  lead: 'Who waits for what, and until when. The deadline is one month from receipt (Article 12 (3) GDPR).',
  kind: 'Request',
  kinds: {
    access: 'Access',
    portability: 'Taking data along',
    rectification: 'Correction',
    restriction: 'Restriction',
    objection: 'Objection',
    erasure: 'Erasure',
  },
  nameless: 'Person without a name',
  gone: 'erased',
  via: 'Way',
  ways: {
    chat: 'in the chat',
    page: 'on their own page',
    staff: 'noted by a member',
    api: 'through the API',
    replay: 'repeated after a backup',
  },
  at: 'Received',
  due: 'Deadline',
  ended: 'Ended',
  state: 'Status',
  states: {
    received: 'Who is it?',
    open: 'to be done',
    done: 'done',
    refused: 'refused',
    cancelled: 'ended',
  },
  none: {
    waiting: 'Nobody is waiting',
    overdue: 'Nothing is overdue',
    ended: 'No request was ended yet',
  },
  emptyText: 'Requests come from the chat, from a person’s own page, or you note them below.',
}

export const queue: SameKeys<typeof de.queue> = {
  label: 'Which requests',
  waiting: 'Waiting',
  overdue: 'Overdue',
  ended: 'Ended',
  allKinds: 'All kinds',
}

export const deadline: SameKeys<typeof de.deadline> = {
  left_one: '{{count}} day left',
  left_other: '{{count}} days left',
  over_one: '{{count}} day overdue',
  over_other: '{{count}} days overdue',
  justOver: 'overdue',
}

export const article: SameKeys<typeof de.article> = {
  access: 'Article 15 GDPR: the person may know what you know about them.',
  portability: 'Article 20 GDPR: the person gets what they provided, in a machine-readable form.',
  rectification: 'Article 16 GDPR: what is wrong is corrected.',
  restriction: 'Article 18 GDPR: the data rests until a dispute is settled.',
  objection: 'Article 21 GDPR: an objection to marketing takes effect at once.',
  erasure: 'Article 17 GDPR: the data is erased; what stays, the report says.',
}

export const articleShort: SameKeys<typeof de.articleShort> = {
  access: 'Art. 15',
  portability: 'Art. 20',
  rectification: 'Art. 16',
  restriction: 'Art. 18',
  objection: 'Art. 21',
  erasure: 'Art. 17',
}

export const step: SameKeys<typeof de.step> = { received: 'Received', identity: 'Who asks', act: 'Carry out' }

export const identity: SameKeys<typeof de.identity> = {
  why: 'With reasonable doubts you may ask, but for no more data than needed (Article 12 (6) GDPR).',
  ask: 'Ask in the chat',
  askAgain: 'Ask again',
  asked: 'The question is on its way',
  open: 'Two buttons: yes, from me, or no.',
  closed: 'Possible once the person writes again: the 24-hour window is closed.',
  waiting: 'Asked, no answer yet:',
  note: 'Or: how I checked',
  noteHint: 'For example: called back on the number we know. No copies of identity cards.',
  confirm: 'The person is checked',
  done: 'Checked and noted',
  how: {
    chat: 'They wrote from their number themselves',
    button: 'They confirmed in the chat',
    page: 'They used the link that went to their number',
    staff: 'Checked by a member',
  },
}

export const act: SameKeys<typeof de.act> = {
  identityFirst: 'First check who asks, then carry it out.',
  access:
    'Everything known about the person, with purposes, recipients, sources and periods: as a PDF to read and as JSON.',
  portability: 'Only what the person provided, and a receipt for each consent.',
  download: 'Download {{format}}',
  handedHow: 'How did they get it?',
  choose: 'Please choose',
  handed: {
    chat: 'in the chat',
    mail: 'by e-mail',
    post: 'by post',
    in_person: 'in person',
    page: 'on their own page',
  },
  handOver: 'Handed over',
  rectification:
    'Enter what is right. Other fields can be changed on the person’s page. Whoever has the data from you is told (Article 19 GDPR).',
  name: 'Right name',
  phone: 'Right number',
  phoneHint: 'Consents hold for the number that said yes only: they rest until a yes comes from the new one.',
  rectify: 'Correct',
  restriction: 'Nothing is sent and nothing changed until you lift the restriction again.',
  ground: 'Why (Article 18 (1))',
  grounds: {
    accuracy_disputed: 'They dispute that the data is accurate',
    unlawful: 'Processing is unlawful, they want no erasure',
    legal_claims: 'They need the data for legal claims',
    objection_examined: 'An objection is still being examined',
  },
  restrict: 'Restrict',
  erasure:
    'Profile, messages, search and identifiers are gone at once. The proof of the consents is restricted, and destroyed once claims have lapsed.',
  shred: 'Destroy the proof at once, too',
  shredHint: 'Then it cannot be proved any more that they had agreed. Only if they insist.',
  shredWarn: 'The proof of the consents is destroyed now as well and can never be read again.',
  forgetBlock: 'Remove the entry on the block list, too',
  forgetBlockHint:
    'Without it an old list can bring the person back. Explain that to them; if they insist, their wish counts.',
  done: 'Done',
}

export const extend: SameKeys<typeof de.extend> = {
  open: 'Extend the deadline',
  text: 'Once, by two months, where the request is complex or there are many. Tell the person within the first month, with the reason (Article 12 (3) GDPR).',
  reason: 'Reason',
  reasons: { complex: 'The request is complex', many: 'There are very many requests' },
  confirm: 'Extend by two months',
  done: 'Deadline extended',
  was: 'Extended by two months: {{reason}}.',
}

export const refuse: SameKeys<typeof de.refuse> = {
  open: 'Refuse',
  text: 'The person must learn within a month why, and that they can complain or go to court (Article 12 (4) GDPR).',
  reason: 'Reason',
  reasons: {
    not_identified: 'Who asks could not be established (Articles 11, 12)',
    excessive: 'Manifestly unfounded or excessive (Article 12 (5))',
    others_rights: 'Rights of others stand against it (Articles 15 (4), 20 (4))',
    legal_obligation: 'A law requires keeping the data (Article 17 (3) (b))',
    legal_claims: 'Needed for legal claims (Article 17 (3) (e))',
    not_applicable: 'The conditions of the right are not met',
  },
  words: 'What you write to the person',
  wordsHint: 'Mention the supervisory authority and the courts.',
  confirm: 'Refuse',
  done: 'Refused',
}

export const cancel: SameKeys<typeof de.cancel> = {
  open: 'End',
  title: 'End this request?',
  text: 'Only if the person took it back, or it was noted by mistake.',
  confirm: 'End the request',
  keep: 'Leave it open',
  done: 'Ended',
}

export const outcome: SameKeys<typeof de.outcome> = {
  handedBy: 'Handed over {{way}}.',
  changed: 'Corrected: {{what}}.',
  ground: 'Restricted: {{ground}}.',
  ended_zero: 'There was nothing left to end; the number is blocked.',
  ended_one: '{{count}} consent ended, the number is blocked.',
  ended_other: '{{count}} consents ended, the number is blocked.',
}

export const note: SameKeys<typeof de.note> = {
  title: 'Note a request',
  text: 'For requests by letter, mail or phone: the deadline then runs where everybody sees it.',
  kind: 'What does the person want?',
  objection: 'Takes effect at once: they get no marketing from now on.',
  details: 'In their words',
  confirm: 'Note',
  done: 'Noted',
}
