import type { NoticeWords } from './words.ts'

export const DE: NoticeWords = {
  title: 'Datenschutzhinweis für WhatsApp',
  version: 'Fassung',
  imprint: 'Impressum',
  names: {
    controller: 'Verantwortlicher',
    dpo: 'Datenschutzbeauftragte',
    purposes: 'Zwecke',
    basis: 'Rechtsgrundlage',
    recipients: 'Empfänger',
    transfer: 'Übermittlung in Drittländer',
    retention: 'Speicherdauer',
    rights: 'Rechte und Widerruf',
    complaint: 'Beschwerde',
  },
  answering: 'Fragen beantworten, die du uns in WhatsApp stellst',
  noDpo: (reason) => `Wir haben keine Datenschutzbeauftragten: ${reason}`,
  rights:
    'Du kannst deine Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen, zum Beispiel mit STOP im Chat. Du hast das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung, Übertragbarkeit und Widerspruch (Art. 15 bis 21 DSGVO).',
  complaint: (authority) =>
    authority
      ? `Du kannst dich bei einer Aufsichtsbehörde beschweren, zum Beispiel: ${authority}.`
      : 'Du kannst dich bei der Aufsichtsbehörde deines Wohnorts beschweren (Art. 77 DSGVO).',
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  storage: {
    none: 'Meta speichert keine Inhalte („No Storage“).',
    region: (place) => `Ruhende Inhalte bleiben in der Region ${place}.`,
    anywhere: 'Meta speichert Inhalte bis zu 30 Tage an einem Ort seiner Wahl.',
    inUse:
      'Während der Verarbeitung liegt der Inhalt bis zu 60 Minuten (Cloud API) oder 90 Minuten (Marketing Messages API) in Metas weltweiten Rechenzentren.',
  },
  sentences: {},
}
