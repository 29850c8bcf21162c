import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Privacy',
  lead: 'Prove every yes, answer who asks, and erase who wants to leave.',
  parts: { label: 'Parts', ledger: 'Ledger', people: 'Requests from people' },
  ledger: {
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
  },
  result: {
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
  },
  proves: {
    title: 'What the ledger proves',
    yes: [
      'An entry was not changed, not removed and not slipped in later since it was signed.',
      'The evidence of a yes (question, answer, time) is exactly what was recorded then.',
      'This can be recomputed without a network and without us, even years later.',
    ],
    noTitle: 'What it does not prove',
    no: [
      'That what somebody wrote is true: the ledger records what arrived.',
      'That nobody with the signing key kept a second ledger. A checkpoint you keep elsewhere guards against that.',
      'Who a person is: names and numbers are never in it.',
    ],
  },
  entries: {
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
  },
  people: {
    title: 'A person asked',
    lead: 'Access or erasure: you have one month at most (Art. 12 GDPR).',
    search: 'Who?',
    searchHint: 'Start of the name, whole number or the last digits',
    nothing: 'Nobody found.',
    searching: 'Searching …',
    clear: 'Another person',
    export: 'Give access',
    exportText:
      'Everything known about this person in one readable file: profile, consents with evidence, messages.',
    exportDo: 'Download JSON',
    exported: 'Access given and noted',
    erase: 'Erase',
    eraseText:
      'Name, number, messages and evidence become unreadable for good. The person gets nothing any more.',
    eraseDo: 'Erase person …',
    eraseTitle: 'Erase {{name}}?',
    eraseWarn: 'This cannot be undone, not even from a backup: the key of this person is destroyed.',
    eraseKeeps:
      'What stays is a secret check value on the block list, so that they are never written to by mistake, and empty entries in the ledger.',
    eraseFirst: 'Did they ask for access too? Then give it first.',
    word: 'ERASE',
    eraseConfirm: 'Erase for good',
    erased: 'Erased',
  },
  report: {
    title: 'Report of the erasure',
    erased: 'What was erased',
    kept: 'What stays, and why',
    hint: 'You can send this report to the person.',
    close: 'Close',
    show: 'Report',
    showOf: 'Report of {{date}}',
  },
  requests: {
    title: 'Requests so far',
    lead: 'Who was given access when, and who was erased.',
    kind: 'Request',
    kinds: { export: 'Access', erasure: 'Erasure' },
    person: 'Person',
    open: 'view',
    openOf: 'view: person of the access of {{date}}',
    gone: 'erased',
    at: 'When',
    state: 'Status',
    states: { running: 'running', done: 'done', failed: 'failed' },
    emptyTitle: 'No request yet',
    emptyText:
      'When somebody wants to know what you know about them, or wants to leave, you find it here afterwards.',
  },
}

export default words
