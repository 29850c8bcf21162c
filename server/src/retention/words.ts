import type { Sentence } from '../platform/index.ts'

/** What the rules of the register are about, as people read it, by the register's own words; a test misses none. */
export const WHAT: Record<string, Sentence> = {
  'content of messages': { de: 'Texte von Nachrichten an Personen', en: 'Texts of messages to people' },
  'who got which message; campaigns keep their figures': {
    de: 'Wer welche Nachricht bekam (Kampagnen behalten ihre Zahlen)',
    en: 'Who got which message (campaigns keep their figures)',
  },
  'keys against queueing twice': { de: 'Merker gegen doppeltes Senden', en: 'Markers against sending twice' },
  'pace of campaigns': { de: 'Tempo von Kampagnen', en: 'Pace of campaigns' },
  'who was left out of which campaign; campaigns keep their figures': {
    de: 'Wer bei welcher Kampagne ausgelassen wurde (Kampagnen behalten ihre Zahlen)',
    en: 'Who was left out of which campaign (campaigns keep their figures)',
  },
  'messages from people': { de: 'Nachrichten von Personen', en: 'Messages from people' },
  'raw webhooks': { de: 'Rohdaten von WhatsApp', en: 'Raw data from WhatsApp' },
  'raw webhooks that belong to nobody': {
    de: 'Rohdaten von WhatsApp, die niemandem gehören',
    en: 'Raw data from WhatsApp that belongs to nobody',
  },
  'requests that nobody confirmed': {
    de: 'Anmeldungen, die niemand bestätigt hat',
    en: 'Sign-ups that nobody confirmed',
  },
  'questions that nobody answered': {
    de: 'Fragen nach dem Ja, die niemand beantwortet hat',
    en: 'Questions for the yes that nobody answered',
  },
  'questions that never left': {
    de: 'Fragen nach dem Ja, die nie gesendet wurden',
    en: 'Questions for the yes that never left',
  },
  'what members were told': { de: 'Hinweise an Mitglieder', en: 'Notices to members' },
  'alerts that went out by e-mail': {
    de: 'Meldungen, die per Mail hinausgingen',
    en: 'Alerts that went out by e-mail',
  },
  'what became of a number’s messages, in figures by day': {
    de: 'Tageszahlen einer Nummer: was aus ihren Nachrichten wurde',
    en: 'Figures of a number by day: what became of its messages',
  },
  'history of a number’s health': {
    de: 'Verlauf der Qualität einer Nummer',
    en: 'History of a number’s quality',
  },
  'links to people’s own pages': {
    de: 'Links zu den eigenen Seiten von Personen',
    en: 'Links to people’s own pages',
  },
  'codes that showed who asks': {
    de: 'Codes, die zeigten, wer fragt',
    en: 'Codes that showed who asks',
  },
  'pauses that are over': { de: 'Pausen, die vorbei sind', en: 'Pauses that are over' },
  'names and results of imported files': {
    de: 'Namen und Ergebnisse importierter Dateien',
    en: 'Names and results of imported files',
  },
  'digests of numbers and ids that people had before': {
    de: 'Prüfwerte von Nummern und Kennungen, die Personen früher hatten',
    en: 'digests of numbers and ids that people had before',
  },
  'what a list claims and nobody decided on': {
    de: 'Was eine Liste behauptet und niemand geprüft hat',
    en: 'What a list claims and nobody has checked',
  },
  'e-mail addresses of the invited': {
    de: 'E-Mail-Adressen von Eingeladenen',
    en: 'E-mail addresses of the invited',
  },
  'ended sessions, with address and browser': {
    de: 'Beendete Sitzungen, mit Adresse und Browser',
    en: 'Ended sessions, with address and browser',
  },
  'used sign-in links': { de: 'Gebrauchte Anmelde-Links', en: 'Used sign-in links' },
  'who changed what': { de: 'Protokoll, wer was geändert hat', en: 'Log of who changed what' },
  'that a request was dealt with': {
    de: 'Dass eine Anfrage bearbeitet wurde',
    en: 'That a request was dealt with',
  },
  'that an endpoint was told of a change': {
    de: 'Dass ein Endpunkt von einer Änderung erfuhr',
    en: 'That an endpoint was told of a change',
  },
  'what an endpoint could not be told': {
    de: 'Was einem Endpunkt nicht gesagt werden konnte',
    en: 'What an endpoint could not be told',
  },
  'what budgets still leave': {
    de: 'Was Budgets noch übrig lassen',
    en: 'What budgets still leave',
  },
  'how many people a number wrote to': {
    de: 'Wie vielen Menschen eine Nummer geschrieben hat',
    en: 'How many people a number wrote to',
  },
  'processes that ended': { de: 'Beendete Programmläufe', en: 'Processes that ended' },
}

/** What does not go by age, by table: when it ends. */
export const ENDS: Record<string, { what: Sentence; end: Sentence }> = {
  contact: {
    what: { de: 'Profil, Nummer und Felder einer Person', en: 'Profile, number and fields of a person' },
    end: {
      de: 'mit der Löschung der Person (Art. 17 DSGVO)',
      en: 'when the person is erased (Article 17 GDPR)',
    },
  },
  conversation: {
    what: { de: 'Stand der Gespräche', en: 'State of conversations' },
    end: {
      de: 'mit der Löschung der Person (Art. 17 DSGVO)',
      en: 'when the person is erased (Article 17 GDPR)',
    },
  },
  consent_event: {
    what: { de: 'Nachweise der Einwilligungen', en: 'Proof of consents' },
    end: {
      de: 'nach Ende der Verjährung, ab der letzten Zustimmung, Nutzung oder dem Widerruf (C-44)',
      en: 'after limitation has run, from the last yes, use or withdrawal (C-44)',
    },
  },
  restricted_vault: {
    what: { de: 'Gesperrte Nachweise gelöschter Personen', en: 'Restricted proof of people who were erased' },
    end: {
      de: 'am selben Tag; dann wird ihr Schlüssel zerstört (Art. 17 Abs. 3 lit. e, Art. 18 DSGVO)',
      en: 'on the same day; then their key is destroyed (Articles 17 (3) (e) and 18 GDPR)',
    },
  },
  suppression: {
    what: { de: 'Sperrliste, nur als Prüfwerte', en: 'Block list, as check values only' },
    end: {
      de: 'wenn die Person neu zustimmt oder auch das löschen lässt (Art. 21 Abs. 3 DSGVO)',
      en: 'when the person says yes anew, or demands even that (Article 21 (3) GDPR)',
    },
  },
  ledger_entry: {
    what: {
      de: 'Einträge im Nachweisbuch, ohne Personenbezug',
      en: 'Entries of the ledger, which name nobody',
    },
    end: {
      de: 'mit dem Unternehmen; sie enthalten nur Prüfwerte (Art. 5 Abs. 2 DSGVO)',
      en: 'with the business; they hold check values only (Article 5 (2) GDPR)',
    },
  },
}
