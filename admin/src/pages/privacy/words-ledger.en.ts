import type { SameKeys } from '../../i18n/same-keys.ts'
import type * as de from './words-ledger.de.ts'

export const ledger: SameKeys<typeof de.ledger> = {
  title: 'The ledger',
  lead: 'Every yes and every no is an entry here, chained to all before it and signed.',
  size: 'Entries',
  unsealed_zero: 'all signed',
  unsealed_one: '{{count}} more is waiting for the signature',
  unsealed_other: '{{count}} more are waiting for the signature',
  checkpoint: 'Last signed',
  never: 'never',
  root: 'Root (one hash over everything)',
  key: 'Public key to verify with',
  verify: 'Verify now',
  verifying: 'Every entry is being recomputed …',
  download: 'Download checkpoint',
  downloadHint:
    'Keep a signed checkpoint somewhere else now and then, in your mailbox for example. Then nobody can rewrite the ledger unnoticed, not even we.',
  compare: 'Compare with a checkpoint you kept',
  compareHint: 'Paste the checkpoint unchanged. Then it is also verified that nothing was rewritten since.',
  compareLabel: 'Checkpoint you kept',
  file: 'checkpoint-{{slug}}-{{size}}.txt',
  emptyTitle: 'No entry yet',
  emptyText: 'The ledger begins when the first person says yes. From then on things are only ever added.',
}

export const result: SameKeys<typeof de.result> = {
  ok_one: '{{number}} entry checked, unchanged',
  ok_other: '{{number}} entries checked, all unchanged',
  okText: 'Each is as it was signed, and none is missing. Checked on {{date}}.',
  okSince: 'Nothing was rewritten since the checkpoint you pasted either.',
  shredded_one:
    'The evidence of {{number}} entry cannot be read any more after an erasure; the entry itself is right.',
  shredded_other:
    'The evidence of {{number}} entries cannot be read any more after an erasure; the entries themselves are right.',
  unexplained_one:
    'For {{number}} entry the key to its evidence is missing though nobody was erased here. Please ask the operator.',
  unexplained_other:
    'For {{number}} entries the key to their evidence is missing though nobody was erased here. Please ask the operator.',
  bad: 'Something is wrong here',
  before_one: 'The {{number}} entry before it is in order.',
  before_other: 'The {{number}} entries before it are in order.',
  meaning:
    'It means: something in the database was changed after signing, by a person, a fault or an old backup. This one proof convinces nobody any more; the others still do.',
  next: 'Change nothing now. Back up the database, talk to the operator and compare with a checkpoint you kept somewhere else.',
  entry: 'Id of the entry',
}

export const anchors: SameKeys<typeof de.anchors> = {
  title: 'Confirmed from outside',
  lead: 'What somebody outside has seen can no longer be replaced in secret (Article 5 (2) GDPR).',
  now: 'Have it confirmed now',
  last: 'Last confirmed from outside',
  by: {
    timestamp: 'time stamp of {{by}}, {{date}}',
    witness: 'cosigned by {{by}}, {{date}}',
    mail: 'by e-mail to {{by}}, {{date}}',
  },
  covers: 'Entries in it',
  newer_zero: 'all confirmed',
  newer_one: '{{number}} newer one follows with the next confirmation',
  newer_other: '{{number}} newer ones follow with the next confirmation',
  failed: 'This did not work: {{way}}',
  failing: 'Has not worked since {{date}}. It is being tried again.',
  on: 'set up',
  ill: 'disturbed',
  off: 'not set up',
  enterAddress: 'Enter the e-mail address of your data protection officer',
  download: 'Download confirmation',
  ways: {
    timestamp: {
      name: 'Time stamp (RFC 3161)',
      text: 'An independent authority confirms once a day that the checkpoint existed at that time. It gets a hash only.',
      setting: 'The operator can name an authority: JAWORT_TIMESTAMP_URL.',
    },
    witness: {
      name: 'Witness',
      text: 'Another installation or an auditor cosigns once a day, having checked that things were only added since the last time.',
      setting: 'The operator can name a witness: JAWORT_WITNESS_URL.',
    },
    mail: {
      name: 'E-mail to the data protection officer',
      text: 'Once a week the signed checkpoint goes into a mailbox that is somebody else’s.',
      setting: 'The operator can name a mail server: JAWORT_SMTP_URL.',
    },
  },
}

export const proves: SameKeys<typeof de.proves> = {
  title: 'What the ledger proves',
  yes: [
    'An entry was not changed, not removed and not slipped in later since it was signed.',
    'The evidence of a yes (question, answer, time) is exactly what was recorded then.',
    'With a confirmation from outside: that the entry existed at that time at the latest.',
    'This can be recomputed without a network and without us, even years later.',
  ],
  noTitle: 'What it does not prove',
  no: [
    'That what somebody wrote is true: the ledger records what arrived.',
    'That nobody with the signing key kept a second ledger. A checkpoint that somebody outside confirmed, or that you keep elsewhere, guards against that.',
    'Who a person is: names and numbers are never in it.',
  ],
}

export const entries: SameKeys<typeof de.entries> = {
  title: 'Entries',
  lead: 'Newest first. Each has a proof that can be verified on its own.',
  seq: 'No.',
  waiting: 'waiting',
  what: 'What happened',
  at: 'When',
  leaf: 'Hash',
  person: 'Person',
  open: 'view',
  openOf: 'view: person of entry {{seq}}',
  erased: 'erased',
  proof: 'Download proof',
  proofOf: 'Download proof of entry {{seq}}',
}
