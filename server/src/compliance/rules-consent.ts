import type { Rule } from './rule.ts'

/** How a yes comes about. */
export const CONSENT_RULES: readonly Rule[] = [
  {
    id: 'C-01',
    basis: '§ 7 (2) no. 2 UWG, Art. 13 (1) ePrivacy Directive, Art. 6 (1) (a) GDPR',
    title: {
      de: 'Werbung geht nur an Menschen, die genau dafür zugesagt haben: diesem Unternehmen, über WhatsApp, zu diesem Thema.',
      en: 'Marketing goes only to people who said yes to exactly that: this business, over WhatsApp, on this topic.',
    },
  },
  {
    id: 'C-02',
    basis: 'BGH I ZR 164/09, Art. 7 (1) GDPR',
    title: {
      de: 'Bestätigt ist erst, wer auf unsere eigene Frage mit JA antwortet: dieselbe Person, auf diese Frage.',
      en: 'Only a YES to our own question confirms: the same person, to that very question.',
    },
  },
  {
    id: 'C-03',
    basis: 'BGH I ZR 164/09',
    title: {
      de: 'Bestätigt wird über genau die Nummer, die angemeldet wird. Eine E-Mail oder ein Formular bestätigt nie.',
      en: 'The very number that signs up confirms. An e-mail or a form never does.',
    },
  },
  {
    id: 'C-04',
    basis: '§ 7 UWG',
    title: {
      de: 'Die Person schreibt zuerst. An eine bloß eingetippte Nummer geht nichts.',
      en: 'The person writes first. Nothing goes to a number that was merely typed in.',
    },
  },
  {
    id: 'C-05',
    basis: 'OLG Düsseldorf I-15 U 64/15, OLG Celle 13 U 15/14',
    title: { de: 'Die Rückfrage enthält keine Werbung.', en: 'The question holds no advertising.' },
  },
  {
    id: 'C-06',
    basis: 'Art. 4 (11), 7 (1) GDPR, BGH I ZR 164/09',
    title: {
      de: 'Die Rückfrage enthält den ganzen Einwilligungstext; der Nachweis braucht keine Webseite.',
      en: 'The question holds the whole wording; the proof needs no web page.',
    },
  },
  {
    id: 'C-07',
    basis: 'Art. 13 GDPR, OLG Frankfurt 6 U 6/19',
    title: {
      de: 'Ein Einwilligungstext nennt ein Unternehmen, die Zwecke, WhatsApp, den Widerruf und den Datenschutzhinweis.',
      en: 'A wording names one business, the purposes, WhatsApp, how to withdraw, and the privacy notice.',
    },
  },
  {
    id: 'C-08',
    basis: 'Art. 5 (1) (b), 6 (1) (a) GDPR',
    title: {
      de: 'Jedes Thema wird einzeln gewählt und einzeln widerrufen; eine Kampagne hat genau eines.',
      en: 'Every topic is chosen and withdrawn by itself; a campaign has exactly one.',
    },
  },
  {
    id: 'C-09',
    basis: 'Recital 32 GDPR, CJEU C-673/17',
    title: {
      de: 'Kein vorangekreuztes Feld; Schweigen, Blättern oder ein Chat ist keine Zusage.',
      en: 'No ticked boxes; silence, scrolling or a chat is no yes.',
    },
  },
  {
    id: 'C-10',
    basis: 'Art. 7 (4), 25 GDPR',
    title: {
      de: 'JA und NEIN sehen gleich aus; Schließen kostet nicht mehr als Zustimmen.',
      en: 'YES and NO look alike; closing costs no more than agreeing.',
    },
  },
  {
    id: 'C-11',
    basis: 'Art. 7 (4) GDPR',
    title: {
      de: 'Die Zusage ist nie Bedingung für etwas anderes.',
      en: 'The yes is never a condition for anything else.',
    },
  },
  {
    id: 'C-12',
    basis: 'Art. 7 (2) GDPR',
    title: {
      de: 'Die Bitte um Zusage steht getrennt von AGB und Bestellung.',
      en: 'The request for a yes stands apart from terms and orders.',
    },
  },
  {
    id: 'C-13',
    basis: 'Art. 12–14 GDPR',
    title: {
      de: 'Der Datenschutzhinweis ist vollständig, hat Fassungen und ist überall verlinkt, wo gefragt wird.',
      en: 'The privacy notice is complete, has versions, and is linked wherever somebody is asked.',
    },
  },
  {
    id: 'C-14',
    basis: 'Art. 7 (1), 5 (2) GDPR, BGH I ZR 164/09',
    title: {
      de: 'Jede Handlung wird mit Wortlaut, Zeit, Quelle und Kennungen belegt, ohne IP-Adresse und Browser.',
      en: 'Every act is kept with its wording, time, source and ids, without IP address and browser.',
    },
  },
  {
    id: 'C-15',
    basis: 'BGH I ZR 164/09',
    title: {
      de: 'Jede Einwilligung lässt sich sofort als Nachweis ausdrucken.',
      en: 'Any consent can be printed as a proof at once.',
    },
  },
  {
    id: 'C-16',
    basis: 'Art. 5 (1) (f), 5 (2) GDPR',
    title: {
      de: 'Nachweise sind unveränderlich; jede Änderung fällt auf.',
      en: 'Evidence cannot be changed; any change shows.',
    },
  },
  {
    id: 'C-17',
    basis: 'Art. 4 (11), 13 (3) GDPR',
    title: {
      de: 'Fassungen eines Textes bleiben, wie sie sind; Neues verlangt eine neue Zusage.',
      en: 'Versions of a wording stay as they are; what is new needs a new yes.',
    },
  },
  {
    id: 'C-18',
    basis: '§ 25 TDDDG',
    title: {
      de: 'Die Blase speichert und liest nichts auf dem Gerät und ruft niemand Fremden.',
      en: 'The bubble stores and reads nothing on the device and calls nobody else.',
    },
  },
  {
    id: 'C-19',
    basis: 'Art. 7 (1), 14 GDPR',
    title: {
      de: 'Ein Import bestätigt nie; eine behauptete Zusage bleibt eine Behauptung.',
      en: 'An import never confirms; a claimed yes stays a claim.',
    },
  },
  {
    id: 'C-20',
    basis: '§ 7 (3) UWG; Meta, Business Messaging Policy',
    title: {
      de: '„Bestandskunde“ ist keine Grundlage für Werbung: die einzige ist die Einwilligung.',
      en: 'Being a customer is no basis for marketing: consent is the only one.',
    },
  },
  {
    id: 'C-21',
    basis: '§ 7 (2) no. 2 UWG',
    title: {
      de: 'Firmen werden gefragt wie Verbraucher.',
      en: 'Companies are asked like consumers.',
    },
  },
  {
    id: 'C-22',
    basis: 'Art. 8 GDPR',
    title: {
      de: 'Wer zu jung ist oder es schreibt, bekommt keine Werbung.',
      en: 'Who is too young, or says so, gets no marketing.',
    },
  },
  {
    id: 'C-23',
    basis: 'Art. 6, 9, 22 GDPR',
    title: {
      de: 'Aus besonderen Arten von Daten (Gesundheit, Religion …) wird keine Zielgruppe.',
      en: 'Special categories (health, religion …) never become an audience.',
    },
  },
]
