import type { Rule } from './rule.ts'

/** What people may ask for, and how long things stay. */
export const PEOPLE_RULES: readonly Rule[] = [
  {
    id: 'C-37',
    basis: 'Art. 12, 15 GDPR',
    title: {
      de: 'Wer fragt, bekommt alles, was über ihn da ist, als Datei und lesbar.',
      en: 'Who asks gets everything that is there about them, as a file and readable.',
    },
  },
  {
    id: 'C-38',
    basis: 'Art. 12 (3) GDPR',
    title: {
      de: 'Anliegen haben eine Frist von einem Monat; vor dem Ablauf wird erinnert.',
      en: 'Requests have one month; before it ends somebody is reminded.',
    },
  },
  {
    id: 'C-39',
    basis: 'Art. 5 (1) (d), 16, 19 GDPR',
    title: {
      de: 'Falsches wird berichtigt, auch eine neue Nummer; Empfänger erfahren davon.',
      en: 'What is wrong is put right, a new number too; recipients are told.',
    },
  },
  {
    id: 'C-40',
    basis: 'Art. 17, 19 GDPR',
    title: {
      de: 'Löschen löscht überall; ein Bericht sagt, was bleibt und warum.',
      en: 'Erasure erases everywhere; a report says what stays and why.',
    },
  },
  {
    id: 'C-41',
    basis: 'Art. 18 GDPR',
    title: {
      de: 'Eine Einschränkung hält alles an: kein Senden, keine Zielgruppe.',
      en: 'A restriction stops everything: no sending, no audience.',
    },
  },
  {
    id: 'C-42',
    basis: 'Art. 20 GDPR',
    title: {
      de: 'Eigene Daten gibt es in einem Format, das Maschinen lesen.',
      en: 'People get their own data in a format that machines read.',
    },
  },
  {
    id: 'C-43',
    basis: 'Art. 5 (1) (e), 13 (2) (a) GDPR',
    title: {
      de: 'Für alles gibt es eine Frist, und jede Nacht wird sie eingehalten.',
      en: 'Everything has an end, and every night it is kept to.',
    },
  },
  {
    id: 'C-44',
    basis: 'Art. 17 (3) (b), (e) GDPR, §§ 195, 199 BGB, § 7a UWG',
    title: {
      de: 'Nachweise bleiben, solange sie gebraucht werden können, und werden dann vernichtet.',
      en: 'Evidence stays as long as it can be needed, and is then destroyed.',
    },
  },
  {
    id: 'C-45',
    basis: 'BGH III ZR 196/17, AG München 161 C 12736/22',
    title: {
      de: 'Eine Zusage, die lange niemand nutzt, ruht und verfällt.',
      en: 'A yes that nobody uses for long rests and lapses.',
    },
  },
  {
    id: 'C-46',
    basis: 'Art. 5 (1) (c), 25 (2) GDPR',
    title: {
      de: 'Jedes weitere Feld braucht einen Zweck; kein Zählpixel.',
      en: 'Every further field needs a purpose; no tracking pixel.',
    },
  },
  {
    id: 'C-47',
    basis: 'Art. 25, 32 (1) (a) GDPR',
    title: {
      de: 'Protokolle, Messwerte und Fehler nennen keine Nummer, keinen Namen und keinen Text.',
      en: 'Logs, metrics and errors name no number, no name and no text.',
    },
  },
  {
    id: 'C-48',
    basis: 'Art. 32 (1) (a) GDPR',
    title: {
      de: 'Personenbezogenes liegt verschlüsselt; Schlüssel lassen sich wechseln.',
      en: 'Personal data is sealed; keys can be rotated.',
    },
  },
  {
    id: 'C-49',
    basis: 'Art. 28 (3), 32 GDPR',
    title: {
      de: 'Unternehmen sind voneinander getrennt, auch in der Datenbank.',
      en: 'Businesses are apart from each other, in the database too.',
    },
  },
  {
    id: 'C-50',
    basis: 'Art. 29, 32 GDPR',
    title: {
      de: 'Jede Rolle darf nur, was sie braucht; Heikles braucht zwei.',
      en: 'Every role may do what it needs only; delicate things need two.',
    },
  },
  {
    id: 'C-51',
    basis: 'Art. 30 GDPR',
    title: {
      de: 'Das Verzeichnis der Verarbeitungen entsteht aus dem, was wirklich läuft.',
      en: 'The record of processing is made from what really runs.',
    },
  },
  {
    id: 'C-52',
    basis: 'Art. 24, 28, 30, 35, 37 GDPR',
    title: {
      de: 'Eine Nummer sendet erst, wenn Verträge, Verzeichnis, Hinweis und Prüfung da sind.',
      en: 'A number sends only once contracts, record, notice and screening are there.',
    },
  },
  {
    id: 'C-53',
    basis: 'Art. 28, 32 GDPR',
    title: {
      de: 'Die Unterlagen zur Auftragsverarbeitung liegen bei; es wird nichts nach Hause gemeldet.',
      en: 'The papers for processors come along; nothing is reported home.',
    },
  },
  {
    id: 'C-54',
    basis: 'Art. 13 (1) (f), 44 GDPR',
    title: {
      de: 'Wo Meta Daten speichert und wie lange, steht da.',
      en: 'Where Meta stores data, and for how long, is shown.',
    },
  },
  {
    id: 'C-55',
    basis: 'Art. 33, 34 GDPR',
    title: {
      de: 'Bei einer Panne läuft die Frist mit, und alles Nötige ist zur Hand.',
      en: 'In a breach the clock runs along, and all that is needed is at hand.',
    },
  },
  {
    id: 'C-56',
    basis: 'Art. 35 GDPR',
    title: {
      de: 'Ob eine Folgenabschätzung nötig ist, wird geprüft und festgehalten.',
      en: 'Whether an impact assessment is needed is screened and kept.',
    },
  },
  {
    id: 'C-57',
    basis: '§ 5 DDG, § 7 (2) no. 3 UWG',
    title: {
      de: 'Wer schreibt, ist zu erkennen: Name, Impressum, Datenschutz.',
      en: 'Who writes can be recognised: name, imprint, privacy.',
    },
  },
  {
    id: 'C-58',
    basis: 'Art. 50 (1) AI Act',
    title: {
      de: 'Automatische Antworten sagen, dass sie es sind.',
      en: 'Automatic answers say that they are.',
    },
    notHere: {
      de: 'Jawort antwortet nicht mit KI; feste Antworten nennen das Unternehmen.',
      en: 'Jawort does not answer with AI; its fixed answers name the business.',
    },
  },
  {
    id: 'C-59',
    basis: 'Art. 17, 32 GDPR',
    title: {
      de: 'Eine alte Sicherung macht Gelöschtes nicht wieder lesbar.',
      en: 'An old backup does not make readable again what was erased.',
    },
  },
]
