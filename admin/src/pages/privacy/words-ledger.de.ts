export const ledger = {
  title: 'Das Nachweisbuch',
  lead: 'Jedes Ja und jedes Nein steht hier als Eintrag, mit allen davor verkettet und unterschrieben.',
  size: 'Einträge',
  unsealed_zero: 'alle unterschrieben',
  unsealed_one: '{{count}} weiterer wartet auf die Unterschrift',
  unsealed_other: '{{count}} weitere warten auf die Unterschrift',
  checkpoint: 'Zuletzt unterschrieben',
  never: 'noch nie',
  root: 'Wurzel (eine Prüfsumme über alles)',
  key: 'Öffentlicher Schlüssel zum Prüfen',
  verify: 'Jetzt prüfen',
  verifying: 'Jeder Eintrag wird nachgerechnet …',
  download: 'Stand herunterladen',
  downloadHint:
    'Bewahr ab und zu einen unterschriebenen Stand woanders auf, zum Beispiel in deinem Postfach. Damit kann niemand das Buch unbemerkt umschreiben, auch wir nicht.',
  compare: 'Mit einem aufbewahrten Stand vergleichen',
  compareHint:
    'Füg den Stand unverändert ein. Dann ist auch geprüft, dass seitdem nichts umgeschrieben wurde.',
  compareLabel: 'Aufbewahrter Stand',
  file: 'stand-{{slug}}-{{size}}.txt',
  emptyTitle: 'Noch kein Eintrag',
  emptyText: 'Sobald der erste Mensch Ja sagt, beginnt das Buch. Von da an kommt nur noch etwas dazu.',
} as const

export const result = {
  ok_one: '{{number}} Eintrag geprüft, unverändert',
  ok_other: '{{number}} Einträge geprüft, alle unverändert',
  okText: 'Jeder ist so, wie er unterschrieben wurde, und keiner fehlt. Geprüft am {{date}}.',
  okSince: 'Auch seit dem Stand, den du eingefügt hast, wurde nichts umgeschrieben.',
  shredded_one:
    'Bei {{number}} Eintrag ist der Beleg nach einer Löschung nicht mehr lesbar; der Eintrag selbst stimmt.',
  shredded_other:
    'Bei {{number}} Einträgen ist der Beleg nach einer Löschung nicht mehr lesbar; die Einträge selbst stimmen.',
  unexplained_one:
    'Bei {{number}} Eintrag fehlt der Schlüssel zum Beleg, ohne dass hier jemand gelöscht wurde. Bitte frag den Betreiber.',
  unexplained_other:
    'Bei {{number}} Einträgen fehlt der Schlüssel zum Beleg, ohne dass hier jemand gelöscht wurde. Bitte frag den Betreiber.',
  bad: 'Hier stimmt etwas nicht',
  before_one: 'Der {{number}} Eintrag davor ist in Ordnung.',
  before_other: 'Die {{number}} Einträge davor sind in Ordnung.',
  meaning:
    'Das heißt: Nach dem Unterschreiben wurde in der Datenbank etwas geändert, durch einen Menschen, einen Fehler oder eine alte Datensicherung. Dieser eine Nachweis überzeugt niemanden mehr; die anderen schon.',
  next: 'Ändere jetzt nichts. Sichere die Datenbank, sprich mit dem Betreiber und vergleich mit einem Stand, den du woanders aufbewahrt hast.',
  entry: 'Kennung des Eintrags',
} as const

export const anchors = {
  title: 'Bestätigt von außen',
  lead: 'Was jemand außerhalb gesehen hat, lässt sich nicht mehr heimlich ersetzen (Art. 5 Abs. 2 DSGVO).',
  now: 'Jetzt bestätigen lassen',
  last: 'Zuletzt von außen bestätigt',
  by: {
    timestamp: 'Zeitstempel von {{by}}, {{date}}',
    witness: 'mitunterschrieben von {{by}}, {{date}}',
    mail: 'per E-Mail an {{by}}, {{date}}',
  },
  covers: 'Einträge darin',
  newer_zero: 'alle bestätigt',
  newer_one: '{{number}} neuerer folgt mit der nächsten Bestätigung',
  newer_other: '{{number}} neuere folgen mit der nächsten Bestätigung',
  failed: 'Das hat nicht geklappt: {{way}}',
  failing: 'Klappt nicht seit {{date}}. Es wird weiter versucht.',
  on: 'eingerichtet',
  ill: 'gestört',
  off: 'nicht eingerichtet',
  enterAddress: 'E-Mail-Adresse der Datenschutzstelle eintragen',
  download: 'Bestätigung herunterladen',
  ways: {
    timestamp: {
      name: 'Zeitstempel (RFC 3161)',
      text: 'Eine unabhängige Stelle bestätigt einmal am Tag, dass es den Stand zu dieser Zeit gab. Sie bekommt nur eine Prüfsumme.',
      setting: 'Der Betreiber kann eine Stelle eintragen: JAWORT_TIMESTAMP_URL.',
    },
    witness: {
      name: 'Zeuge',
      text: 'Eine andere Anlage oder ein Prüfer unterschreibt einmal am Tag mit, nachdem geprüft ist, dass seit dem letzten Mal nur etwas dazukam.',
      setting: 'Der Betreiber kann einen Zeugen eintragen: JAWORT_WITNESS_URL.',
    },
    mail: {
      name: 'E-Mail an die Datenschutzstelle',
      text: 'Der unterschriebene Stand liegt einmal in der Woche in einem fremden Postfach.',
      setting: 'Der Betreiber kann einen Mailserver eintragen: JAWORT_SMTP_URL.',
    },
  },
} as const

export const proves = {
  title: 'Was das Buch beweist',
  yes: [
    'Ein Eintrag wurde seit der Unterschrift nicht verändert, nicht entfernt und nicht nachträglich eingeschoben.',
    'Der Beleg zu einem Ja (Frage, Antwort, Zeit) ist genau der, der damals festgehalten wurde.',
    'Mit einer Bestätigung von außen: dass es den Eintrag spätestens zu dieser Zeit gab.',
    'Das lässt sich ohne Netz und ohne uns nachrechnen, auch noch in Jahren.',
  ],
  noTitle: 'Was es nicht beweist',
  no: [
    'Dass wahr ist, was jemand geschrieben hat: Das Buch hält fest, was ankam.',
    'Dass niemand mit dem Signierschlüssel ein zweites Buch geführt hat. Dagegen hilft ein Stand, den jemand außerhalb bestätigt hat oder den du woanders aufbewahrst.',
    'Wer eine Person ist: Namen und Nummern stehen nie darin.',
  ],
} as const

export const entries = {
  title: 'Einträge',
  lead: 'Das Neueste zuerst. Zu jedem gibt es einen Nachweis, der für sich allein prüfbar ist.',
  seq: 'Nr.',
  waiting: 'wartet',
  what: 'Was geschah',
  at: 'Wann',
  leaf: 'Prüfsumme',
  person: 'Person',
  open: 'ansehen',
  openOf: 'ansehen: Person zu Eintrag {{seq}}',
  erased: 'gelöscht',
  proof: 'Nachweis herunterladen',
  proofOf: 'Nachweis zu Eintrag {{seq}} herunterladen',
} as const
