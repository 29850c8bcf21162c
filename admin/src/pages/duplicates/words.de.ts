export default {
  title: 'Doppelte Einträge',
  lead: 'Einträge, die nach derselben Person aussehen. Sieh dir an, was zusammenkäme; zusammengeführt wird erst, wenn du Ja sagst, und 30 Tage lang lässt es sich rückgängig machen.',
  back: 'Kontakte',
  by: {
    label: 'Woran sie sich gleichen',
    name: 'Name',
    email: 'E-Mail',
    number: 'Kundennummer',
  },
  hint: {
    name: 'Derselbe volle Name, egal in welcher Reihenfolge. Wer beide Male aus dem eigenen WhatsApp schreibt, hat zwei Konten und steht hier nicht; Namen, die mehr als fünf tragen, auch nicht.',
    email:
      'Derselbe Wert in einem Feld für die E-Mail-Adresse (Schlüssel email, e_mail, mail oder e_mail_adresse).',
    number:
      'Derselbe Wert in einem Feld für die Kundennummer (Schlüssel kundennummer, customer_number, customer_id oder external_id).',
  },
  table: { people: 'Sehen nach derselben Person aus' },
  compare: 'Vergleichen',
  compareWith: 'Mit {{name}} vergleichen',
  empty: {
    title: 'Nichts sieht doppelt aus',
    name: 'Niemand trägt denselben vollen Namen wie jemand anderes, der sich mit ihm zusammenführen ließe.',
    email: 'Keine zwei Einträge haben dieselbe E-Mail-Adresse, oder es gibt noch kein Feld dafür.',
    number: 'Keine zwei Einträge haben dieselbe Kundennummer, oder es gibt noch kein Feld dafür.',
  },
}
