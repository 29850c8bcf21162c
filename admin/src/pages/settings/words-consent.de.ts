/** Versions of consent texts: what changed, what it means for earlier consents, what happens when one was defective. */
export const wordingLife = {
  text: 'Text',
  view: 'Ansicht der Version',
  diff: 'Unterschied zu Version {{version}}',
  added: 'neu:',
  removed: 'entfallen:',
  whatIsNew: 'Was ist neu?',
  isMaterial: 'Ändert sich, wozu Menschen Ja sagen?',
  isMaterialHint:
    'Neuer Zweck, anderer Verantwortlicher oder neue Nutzung der Daten (Art. 4 Nr. 11, Art. 13 Abs. 3 DSGVO). Für einen neuen Zweck ist meist ein eigenes Thema besser: dann gelten die alten Einwilligungen weiter.',
  notMaterial: 'Nein, nur anders formuliert',
  notMaterialHint: 'Frühere Einwilligungen gelten weiter.',
  material: 'Wesentliche Änderung',
  materialHint:
    'Wer dem alten Text zugestimmt hat, bekommt zu diesem Thema keine Werbung mehr, bis er dem neuen zustimmt (zum Thema jetzt {{number}} bestätigt). Gefragt wird, wenn die Person das nächste Mal selbst schreibt – nie von uns aus.',
  chooseMaterial: 'Bitte entscheide das zuerst.',
  changeShort: 'Bitte sag in einem Satz, was neu ist.',
  putOutOfScope_one: '{{number}} Einwilligung ruht seitdem.',
  putOutOfScope_other: '{{number}} Einwilligungen ruhen seitdem.',
  invalid: 'ungültig',
  invalidate: 'Für ungültig erklären',
  invalidated: 'Für ungültig erklärt',
  invalidateTitle: 'Version {{version}} ({{language}}) für ungültig erklären?',
  invalidateText:
    'Alle Einwilligungen mit diesem Text enden sofort, wartende Werbung wird zurückgehalten, niemand kann sich mehr damit anmelden. Das lässt sich nicht rückgängig machen: Wer wieder Werbung bekommen soll, muss einem neuen Text zustimmen.',
  invalidateLaw:
    'Nötig, wenn der Text nicht richtig informiert hat, etwa ohne Zweck oder Widerruf (Art. 7 DSGVO). Der Bericht zeigt danach, was darauf gestützt gesendet wurde.',
  invalidWord: 'UNGÜLTIG',
  reason: 'Was ist falsch an dem Text?',
  reasonHint: 'Bleibt im Bericht und im Protokoll stehen.',
  reasonShort: 'Bitte beschreibe den Fehler in einem Satz.',
  report: 'Bericht',
  reportTitle: 'Ungültig: Version {{version}} ({{language}})',
}

export const report = {
  consents: 'Beendete Einwilligungen',
  withheld: 'Zurückgehaltene Werbung',
  messages: 'Gesendete Nachrichten',
  people: 'Menschen',
  between: 'Gesendet zwischen',
  campaign: 'Kampagne',
  otherMessages: 'Außerhalb von Kampagnen',
  next: 'Gezählt ist, solange Nachrichten aufbewahrt werden. Prüft mit eurer Datenschutzbeauftragten, ob Betroffene zu informieren sind (Art. 33, 34 DSGVO).',
}

export const askAgain = {
  title: 'Neu fragen',
  lead: 'Nach einer wesentlichen Änderung fragt Jawort jede Person einmal, wenn sie selbst schreibt, im offenen 24-Stunden-Fenster. Vorher bekommt sie keine Werbung zu diesem Thema.',
  superseded: 'Betroffen',
  waiting: 'Noch nicht gefragt',
  windowOpen: '{{number}} mit offenem Fenster: gefragt bei der nächsten Nachricht',
  open: 'Frage offen',
  yes: 'Wieder Ja',
  no: 'Nein',
}

export const consentOptions = {
  title: 'Fristen und Beleg',
  lead: 'Diese Fristen kannst du ändern; die übrigen sind fest, zum Schutz der Menschen.',
  questionHours: 'Frage gilt (Stunden)',
  questionHoursHint: 'Üblich 72, höchstens 168. Danach fragt ein JA neu.',
  codeHours: 'Code einer Seite gilt (Stunden)',
  codeHoursHint: 'Höchstens 24, einmal verwendbar.',
  minimumAge: 'Mindestalter',
  minimumAgeHint:
    'Wer im Chat jünger zu sein sagt, bekommt keine Werbung (Art. 8 DSGVO). Für Alkohol und Ähnliches: 18.',
  receipt: 'Beleg nach dem JA schicken',
  receiptHint: 'Eine kurze Nachricht mit Thema, Zeit, Textversion und dem Weg hinaus – zum Aufheben.',
}
