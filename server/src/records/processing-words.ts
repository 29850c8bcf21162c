import type { Sentence } from '../platform/index.ts'

const say = (de: string, en: string): Sentence => ({ de, en })

/** What tables with people in them hold, in words for people who do not know tables. */
export const DATA_WORDS: Record<string, Sentence> = {
  profile: say('Name, Nummer, Sprache und Land', 'Name, number, language and country'),
  key: say(
    'Schlüssel, mit dem die Daten einer Person versiegelt sind',
    'Key that a person’s data is sealed with',
  ),
  marketingSent: say('Wann zuletzt Werbung ankam', 'When marketing last arrived'),
  identities: say('Prüfwerte von Nummer und WhatsApp-Kennungen', 'Digests of number and WhatsApp ids'),
  earlierIdentities: say('Prüfwerte früherer Nummern und Kennungen', 'Digests of earlier numbers and ids'),
  mergedRecords: say('Welche Einträge zusammengeführt wurden', 'Which records were merged'),
  consents: say('Stand der Einwilligungen', 'State of consents'),
  questions: say('Rückfragen zur Einwilligung', 'Questions about consent'),
  consentHistory: say('Verlauf und Belege der Einwilligungen', 'History and evidence of consents'),
  visits: say('Anmeldungen auf Webseiten', 'Sign-ups on web pages'),
  messagesToPerson: say('Nachrichten an die Person', 'Messages to the person'),
  messagesWaiting: say('Nachrichten, die noch warten', 'Messages that still wait'),
  campaignsNotSent: say(
    'Kampagnen, die nicht an die Person gingen',
    'Campaigns that did not go to the person',
  ),
  conversations: say('Gespräche', 'Conversations'),
  messagesFromPerson: say('Nachrichten der Person', 'Messages from the person'),
  deliveriesFromWhatsApp: say('Rohdaten von WhatsApp', 'Raw deliveries from WhatsApp'),
  claimsOfLists: say(
    'Angaben aus Listen über frühere Einwilligungen',
    'Claims of lists about earlier consents',
  ),
  settingsLinks: say('Links zur eigenen Seite der Person', 'Links to the person’s own page'),
  settingsCodes: say('Codes, mit denen sich die Person ausweist', 'Codes that show who the person is'),
  marketingPause: say('Pausen, die die Person gewünscht hat', 'Pauses that the person asked for'),
  changesToldToOthers: say(
    'Mitteilungen über Änderungen an Systeme, die Daten bekommen haben',
    'Notices of changes to systems that were given data',
  ),
  restrictedProof: say('Gesperrte Nachweise nach einer Löschung', 'Locked proofs after an erasure'),
  restrictedEvidence: say('Gesperrte Belege nach einer Löschung', 'Locked evidence after an erasure'),
  restrictedUnlocks: say('Öffnungen gesperrter Nachweise', 'Openings of locked proofs'),
  privacyRequests: say('Anfragen zu Datenschutzrechten', 'Requests about privacy rights'),
}

/** The same for what the retention register ends, by table. */
export const RETENTION_WORDS: Record<string, Sentence> = {
  'message/content of messages': say('Inhalt von Nachrichten an Menschen', 'Content of messages to people'),
  message: say('Wer welche Nachricht bekam', 'Who got which message'),
  inbound_message: say('Nachrichten von Menschen', 'Messages from people'),
  webhook_update: say('Rohdaten von WhatsApp', 'Raw deliveries from WhatsApp'),
  webhook_aside: say('Rohdaten, die zu niemandem gehören', 'Raw deliveries that belong to nobody'),
  signup_request: say('Anmeldungen, die niemand bestätigt hat', 'Sign-ups that nobody confirmed'),
  consent_question: say('Unbeantwortete Rückfragen', 'Questions without an answer'),
  campaign_exclusion: say('Wer bei einer Kampagne ausgelassen wurde', 'Who was left out of a campaign'),
  preference_link: say('Links zur eigenen Seite der Person', 'Links to the person’s own page'),
  preference_code: say('Codes, mit denen sich Menschen ausweisen', 'Codes that show who people are'),
  delivery: say(
    'Mitteilungen über Änderungen an Empfänger (Art. 19)',
    'Notices of changes to recipients (Article 19)',
  ),
  marketing_pause: say('Abgelaufene Pausen', 'Pauses that are over'),
  account_verification: say('Benutzte Anmeldelinks des Teams', 'Used sign-in links of the team'),
  contact_import: say('Namen und Ergebnisse eingelesener Dateien', 'Names and results of imported files'),
  contact_identity_past: say(
    'Prüfwerte früherer Nummern und Kennungen',
    'Digests of earlier numbers and ids',
  ),
  'import_claim/what a list claims and nobody decided on': say(
    'Was eine Liste behauptet und niemand geprüft hat',
    'What a list claims and nobody has checked',
  ),
  import_claim: say('Geprüfte Behauptungen aus Listen', 'Claims of lists that were checked'),
  audit_entry: say('Protokoll, wer was geändert hat', 'Log of who changed what'),
  privacy_request: say('Erledigte Datenschutzanfragen', 'Privacy requests that were dealt with'),
  notification: say('Meldungen an das Team', 'Notifications to the team'),
  account_session: say('Beendete Sitzungen des Teams', 'Ended sessions of the team'),
  invitation: say('E-Mail-Adressen von Eingeladenen', 'E-mail addresses of the invited'),
  contact: say('Profil und Einwilligungen', 'Profile and consents'),
  consent_event: say('Nachweise der Einwilligung', 'Proofs of consent'),
  suppression: say('Sperrliste, nur als Prüfwerte', 'Block list, as digests only'),
}

/** How long what has no number of days is kept. */
export const KEPT_WORDS: Record<string, Sentence> = {
  suppression: say(
    'Auch über eine Löschung hinaus, damit der Widerspruch weiter gilt (Art. 21 Abs. 3)',
    'Beyond an erasure as well, so that the objection keeps counting (Article 21 (3))',
  ),
  consent_event: say(
    'Solange die Einwilligung nachgewiesen werden muss; nach einer Löschung gesperrt und danach unlesbar gemacht (Art. 17 Abs. 3 lit. e)',
    'While the consent has to be provable; locked after an erasure, then made unreadable (Article 17 (3) (e))',
  ),
}

const PROVING = say('Nachweis der Einwilligung (Art. 7 Abs. 1)', 'Proving the consent (Article 7 (1))')
const ANSWERING = say('Fragen und Bestellungen beantworten', 'Answering questions and orders')
const RIGHTS = say('Rechte der Person erfüllen (Art. 12–21)', 'Serving the person’s rights (Articles 12–21)')

/** What a kind of data is for; everything else is for matching and sending messages. */
export const DATA_PURPOSES: Record<string, Sentence> = {
  key: say('Schutz der Daten dieser Person (Art. 32)', 'Protecting this person’s data (Article 32)'),
  consents: PROVING,
  questions: PROVING,
  consentHistory: PROVING,
  visits: PROVING,
  claimsOfLists: PROVING,
  restrictedProof: PROVING,
  restrictedEvidence: PROVING,
  restrictedUnlocks: PROVING,
  conversations: ANSWERING,
  messagesFromPerson: ANSWERING,
  privacyRequests: RIGHTS,
  settingsLinks: RIGHTS,
  changesToldToOthers: RIGHTS,
  settingsCodes: RIGHTS,
  marketingPause: RIGHTS,
}

export const TEXT = {
  contacts: say(
    'Menschen, die sich für Nachrichten angemeldet haben oder dem Unternehmen geschrieben haben',
    'People who signed up for messages or wrote to the business',
  ),
  members: say('Mitarbeitende des Unternehmens', 'People who work for the business'),
  consent: say(
    'Einwilligung, Art. 6 Abs. 1 lit. a DSGVO, § 7 Abs. 2 UWG',
    'Consent, Article 6 (1) (a) GDPR, section 7 (2) UWG',
  ),
  contract: say(
    'Vertrag oder Anfrage, Art. 6 Abs. 1 lit. b DSGVO',
    'Contract or enquiry, Article 6 (1) (b) GDPR',
  ),
  duty: say('Rechtliche Pflicht, Art. 6 Abs. 1 lit. c DSGVO', 'Legal obligation, Article 6 (1) (c) GDPR'),
  interest: say(
    'Berechtigtes Interesse, Art. 6 Abs. 1 lit. f DSGVO',
    'Legitimate interest, Article 6 (1) (f) GDPR',
  ),
  inEu: say('In der EU oder dem EWR; keine Übermittlung', 'Inside the EU or EEA; no transfer'),
  metaService: say('Zustellung von Nachrichten über WhatsApp', 'Delivery of messages over WhatsApp'),
  hosterService: say('Betrieb der Server dieser Installation', 'Running the servers of this installation'),
  timestampService: say(
    'Zeitstempel über Prüfwerte des Nachweisbuchs; keine Personendaten',
    'Time stamps over digests of the ledger; no personal data',
  ),
  mailService: say('Zustellung von E-Mails der Installation', 'Delivery of the installation’s e-mails'),
  operatorService: say('Betrieb und Wartung von Jawort', 'Running and maintaining Jawort'),
  metaSafeguard: say(
    'EU-U.S. Data Privacy Framework und Standardvertragsklauseln der WhatsApp-Bedingungen für Datenverarbeitung',
    'EU-U.S. Data Privacy Framework and standard contractual clauses of the WhatsApp data processing terms',
  ),
  noSafeguard: say('Noch nicht festgehalten', 'Not recorded yet'),
  onlyNeeded: say('Zuordnung und Versand von Nachrichten', 'Matching and sending messages'),
}
