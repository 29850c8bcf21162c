export const people = {
  title: 'Eine Person hat gefragt',
  lead: 'Such sie heraus und gib Auskunft, lösch sie, oder notier, was sie möchte.',
  search: 'Wer?',
  searchHint: 'Namensanfang, ganze Nummer oder die letzten Ziffern',
  nothing: 'Niemand gefunden.',
  searching: 'Es wird gesucht …',
  clear: 'Andere Person',
  export: 'Auskunft geben',
  exportText:
    'Alles, was über diese Person bekannt ist, als eine lesbare Datei: Profil, Einwilligungen mit Belegen, Nachrichten.',
  exported: 'Auskunft heruntergeladen und vermerkt',
  erase: 'Löschen',
  eraseText:
    'Name, Nummer und Nachrichten sind sofort weg, die Person bekommt nichts mehr. Der Nachweis ihrer Einwilligungen wird gesperrt, bis Ansprüche verjährt sind.',
  eraseDo: 'Person löschen …',
  eraseTitle: '{{name}} löschen?',
  eraseWarn:
    'Das lässt sich nicht rückgängig machen, auch nicht aus einer Datensicherung: Der Schlüssel dieser Person wird zerstört.',
  eraseKeeps:
    'Es bleiben ein geheimer Prüfwert auf der Sperrliste, damit sie nie wieder versehentlich angeschrieben wird, der gesperrte Nachweis ihrer Einwilligungen bis zum Ende der Verjährung und leere Einträge im Nachweisbuch.',
  eraseFirst: 'Hat sie auch um Auskunft gebeten? Dann gib sie ihr vorher.',
  word: 'LÖSCHEN',
  eraseConfirm: 'Für immer löschen',
  erased: 'Gelöscht',
} as const

export const report = {
  title: 'Bericht zur Löschung',
  erased: 'Was gelöscht wurde',
  kept: 'Was bleibt, und warum',
  hint: 'Diesen Bericht kannst du der Person schicken.',
  close: 'Schließen',
} as const

export const requests = {
  title: 'Anfragen',
  lead: 'Wer worauf wartet und bis wann. Die Frist ist ein Monat ab Eingang (Art. 12 Abs. 3 DSGVO).',
  kind: 'Anfrage',
  kinds: {
    access: 'Auskunft',
    portability: 'Daten mitnehmen',
    rectification: 'Berichtigung',
    restriction: 'Einschränkung',
    objection: 'Widerspruch',
    erasure: 'Löschung',
  },
  nameless: 'Person ohne Namen',
  gone: 'gelöscht',
  via: 'Weg',
  ways: {
    chat: 'im Chat',
    page: 'über die eigene Seite',
    staff: 'von einem Mitglied notiert',
    api: 'über die Schnittstelle',
    replay: 'nach einer Datensicherung wiederholt',
  },
  at: 'Eingang',
  due: 'Frist',
  ended: 'Erledigt',
  state: 'Stand',
  states: {
    received: 'Wer ist es?',
    open: 'zu erledigen',
    done: 'erledigt',
    refused: 'abgelehnt',
    cancelled: 'beendet',
  },
  none: {
    waiting: 'Niemand wartet',
    overdue: 'Nichts ist überfällig',
    ended: 'Noch keine Anfrage erledigt',
  },
  emptyText: 'Anfragen kommen aus dem Chat, von der eigenen Seite einer Person, oder du notierst sie unten.',
} as const

export const queue = {
  label: 'Welche Anfragen',
  waiting: 'Offen',
  overdue: 'Überfällig',
  ended: 'Erledigt',
  allKinds: 'Alle Arten',
} as const

export const deadline = {
  left_one: 'noch {{count}} Tag',
  left_other: 'noch {{count}} Tage',
  over_one: 'seit {{count}} Tag überfällig',
  over_other: 'seit {{count}} Tagen überfällig',
  justOver: 'überfällig',
} as const

export const article = {
  access: 'Art. 15 DSGVO: Die Person darf wissen, was du über sie weißt.',
  portability: 'Art. 20 DSGVO: Die Person bekommt, was sie selbst angegeben hat, maschinenlesbar.',
  rectification: 'Art. 16 DSGVO: Was falsch ist, wird berichtigt.',
  restriction: 'Art. 18 DSGVO: Die Daten ruhen, bis ein Streit geklärt ist.',
  objection: 'Art. 21 DSGVO: Gegen Werbung wirkt ein Widerspruch sofort.',
  erasure: 'Art. 17 DSGVO: Die Daten werden gelöscht; was bleibt, sagt der Bericht.',
} as const

export const articleShort = {
  access: 'Art. 15',
  portability: 'Art. 20',
  rectification: 'Art. 16',
  restriction: 'Art. 18',
  objection: 'Art. 21',
  erasure: 'Art. 17',
} as const

export const step = { received: 'Eingegangen', identity: 'Wer fragt', act: 'Erledigen' } as const

export const identity = {
  why: 'Bei begründeten Zweifeln darfst du nachfragen, mehr Daten als nötig nicht verlangen (Art. 12 Abs. 6 DSGVO).',
  ask: 'Im Chat fragen',
  askAgain: 'Noch einmal fragen',
  asked: 'Die Frage ist unterwegs',
  open: 'Zwei Knöpfe: ja, von mir, oder nein.',
  closed: 'Geht erst wieder, wenn die Person schreibt: Das 24-Stunden-Fenster ist zu.',
  waiting: 'Gefragt, noch keine Antwort:',
  note: 'Oder: So habe ich es geprüft',
  noteHint: 'Zum Beispiel: zurückgerufen unter der bekannten Nummer. Keine Ausweiskopien.',
  confirm: 'Person ist geprüft',
  done: 'Geprüft und notiert',
  how: {
    chat: 'Sie hat selbst von ihrer Nummer geschrieben',
    button: 'Sie hat im Chat bestätigt',
    page: 'Sie hat den Link benutzt, der an ihre Nummer ging',
    staff: 'Von einem Mitglied geprüft',
  },
} as const

export const act = {
  identityFirst: 'Erst prüfen, wer fragt, dann erledigen.',
  access:
    'Alles, was über die Person bekannt ist, mit Zwecken, Empfängern, Herkunft und Fristen: als PDF zum Lesen und als JSON.',
  portability: 'Nur was die Person selbst angegeben hat, und zu jeder Einwilligung ein Beleg.',
  download: '{{format}} laden',
  handedHow: 'Wie bekam sie es?',
  choose: 'Bitte wählen',
  handed: {
    chat: 'im Chat',
    mail: 'per E-Mail',
    post: 'per Post',
    in_person: 'persönlich',
    page: 'über die eigene Seite',
  },
  handOver: 'Übergeben',
  rectification:
    'Trag ein, was richtig ist. Andere Felder änderst du auf der Seite der Person. Wer die Daten von dir hat, erfährt davon (Art. 19 DSGVO).',
  name: 'Richtiger Name',
  phone: 'Richtige Nummer',
  phoneHint:
    'Einwilligungen gelten nur für die Nummer, die Ja gesagt hat: Sie ruhen, bis von der neuen ein Ja kommt.',
  rectify: 'Berichtigen',
  restriction: 'Nichts wird gesendet und nichts geändert, bis du die Einschränkung wieder aufhebst.',
  ground: 'Warum (Art. 18 Abs. 1)',
  grounds: {
    accuracy_disputed: 'Sie bestreitet, dass die Daten stimmen',
    unlawful: 'Verarbeitung unrechtmäßig, sie will keine Löschung',
    legal_claims: 'Sie braucht die Daten für Rechtsansprüche',
    objection_examined: 'Ein Widerspruch wird noch geprüft',
  },
  restrict: 'Einschränken',
  erasure:
    'Profil, Nachrichten, Suche und Kennungen sind sofort weg. Der Nachweis der Einwilligungen wird gesperrt und nach Ablauf der Verjährung vernichtet.',
  shred: 'Auch den Nachweis sofort vernichten',
  shredHint: 'Dann lässt sich nicht mehr beweisen, dass sie zugestimmt hatte. Nur wenn sie darauf besteht.',
  shredWarn: 'Auch der Nachweis der Einwilligungen wird jetzt vernichtet und ist nie wieder lesbar.',
  forgetBlock: 'Auch den Eintrag auf der Sperrliste löschen',
  forgetBlockHint:
    'Ohne ihn kann eine alte Liste die Person wieder hereinbringen. Erklär ihr das; wenn sie dabei bleibt, gilt ihr Wunsch.',
  done: 'Erledigt',
} as const

export const extend = {
  open: 'Frist verlängern',
  text: 'Einmal um zwei Monate, wenn die Anfrage komplex ist oder es viele sind. Sag es der Person im ersten Monat, mit dem Grund (Art. 12 Abs. 3 DSGVO).',
  reason: 'Grund',
  reasons: { complex: 'Die Anfrage ist komplex', many: 'Es sind sehr viele Anfragen' },
  confirm: 'Um zwei Monate verlängern',
  done: 'Frist verlängert',
  was: 'Um zwei Monate verlängert: {{reason}}.',
} as const

export const refuse = {
  open: 'Ablehnen',
  text: 'Die Person muss innerhalb eines Monats erfahren, warum, und dass sie sich beschweren oder klagen kann (Art. 12 Abs. 4 DSGVO).',
  reason: 'Grund',
  reasons: {
    not_identified: 'Wer fragt, ließ sich nicht feststellen (Art. 11, 12)',
    excessive: 'Offenkundig unbegründet oder exzessiv (Art. 12 Abs. 5)',
    others_rights: 'Rechte anderer stehen entgegen (Art. 15 Abs. 4, 20 Abs. 4)',
    legal_obligation: 'Ein Gesetz verlangt, die Daten zu behalten (Art. 17 Abs. 3 lit. b)',
    legal_claims: 'Nötig für Rechtsansprüche (Art. 17 Abs. 3 lit. e)',
    not_applicable: 'Die Voraussetzungen des Rechts liegen nicht vor',
  },
  words: 'Was du der Person schreibst',
  wordsHint: 'Mit dem Hinweis auf Aufsichtsbehörde und Gericht.',
  confirm: 'Ablehnen',
  done: 'Abgelehnt',
} as const

export const cancel = {
  open: 'Beenden',
  title: 'Anfrage beenden?',
  text: 'Nur wenn die Person sie zurückgenommen hat oder sie aus Versehen notiert wurde.',
  confirm: 'Anfrage beenden',
  keep: 'Offen lassen',
  done: 'Beendet',
} as const

export const outcome = {
  handedBy: 'Übergeben {{way}}.',
  changed: 'Berichtigt: {{what}}.',
  ground: 'Eingeschränkt: {{ground}}.',
  ended_zero: 'Es gab nichts mehr zu beenden; die Nummer ist gesperrt.',
  ended_one: '{{count}} Einwilligung beendet, die Nummer ist gesperrt.',
  ended_other: '{{count}} Einwilligungen beendet, die Nummer ist gesperrt.',
} as const

export const note = {
  title: 'Anfrage notieren',
  text: 'Für Anfragen per Brief, Mail oder Telefon: Die Frist läuft dann dort, wo alle sie sehen.',
  kind: 'Was möchte die Person?',
  objection: 'Wirkt sofort: Ab jetzt bekommt sie keine Werbung mehr.',
  details: 'In ihren Worten',
  confirm: 'Notieren',
  done: 'Notiert',
} as const
