export default {
  title: 'Kanalzustand',
  lead: 'Was Meta von deiner Nummer und deinen Vorlagen hält. Wer selten und gut schreibt, bleibt hier im Grünen.',
  alerts: 'Was du dir ansehen solltest',
  allWell: 'Alles in Ordnung. Sobald sich etwas ändert, sagen wir dir hier und an der Glocke Bescheid.',
  parked: {
    title_one: '{{count}} Meldung von Meta konnten wir nicht zuordnen',
    title_other: '{{count}} Meldungen von Meta konnten wir nicht zuordnen',
    text: 'Sie sind aufgehoben und gehen nicht verloren. Meist gehören sie zu einer Nummer, die hier nicht verbunden ist.',
  },
  emptyTitle: 'Noch keine Nummer verbunden',
  emptyText: 'Sobald eine Nummer verbunden ist, siehst du hier Qualität, Grenze und jede Änderung.',
  connect: 'Nummer verbinden',
  quality: {
    label: 'Qualität',
    about: {
      GREEN: 'Kaum jemand hat dich blockiert oder gemeldet. So soll es bleiben.',
      YELLOW:
        'In den letzten sieben Tagen haben dich mehr Menschen blockiert oder gemeldet. Sende weniger und genauer.',
      RED: 'Zu viele Menschen haben dich blockiert oder gemeldet. Wir halten Kampagnen an, bis es besser wird.',
      UNKNOWN: 'Meta hat noch zu wenige Nachrichten gesehen, um zu urteilen.',
    },
  },
  limit: {
    label: 'Menschen in 24 Stunden',
    value: 'bis {{limit}}',
    none: 'ohne Grenze',
    used: '{{used}} in den letzten 24 Stunden erreicht',
  },
  speed: {
    label: 'Tempo',
    value: '{{rate}} pro Sekunde',
    about: 'So schnell nimmt Meta Nachrichten dieser Nummer an. Wir halten uns von selbst daran.',
  },
  changes: {
    title: 'Änderungen',
    none: 'Bisher hat sich nichts geändert.',
    what: { state: 'Zustand', quality: 'Qualität', messagingLimit: 'Grenze', throughput: 'Tempo' },
  },
  templates: {
    title: 'Vorlagen',
    lead: 'Was Hilfe braucht, steht oben.',
    name: 'Vorlage',
    language: 'Sprache',
    state: 'Zustand',
    emptyTitle: 'Noch keine Vorlage',
    emptyText: 'Vorlagen, die du bei Meta einreichst, erscheinen hier mit ihrem Zustand.',
  },
} as const
