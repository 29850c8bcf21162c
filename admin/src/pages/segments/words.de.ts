export default {
  title: 'Segmente',
  lead: 'Wen meinst du? Ein Segment ist eine Frage an deine Kontakte, keine Liste: Wer dazugehört, wird jedes Mal frisch bestimmt.',
  new: 'Neues Segment',
  name: 'Name',
  rules: 'Wer gehört dazu?',
  changed: 'Geändert',
  emptyTitle: 'Noch kein Segment',
  emptyText:
    'Schreib weniger Menschen, dafür den richtigen: zum Beispiel allen, die zum Newsletter Ja gesagt haben und in Köln wohnen.',
  contacts: 'Kontakte ansehen',
  contactsOf: 'Kontakte ansehen: „{{name}}“',
} as const
