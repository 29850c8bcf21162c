import type { Rule } from './rule.ts'

/** What WhatsApp asks for, and what keeps a number in good standing. */
export const WHATSAPP_RULES: readonly Rule[] = [
  {
    id: 'C-60',
    basis: 'WhatsApp Business Terms (since 7 Dec 2019)',
    title: {
      de: 'Nur die offizielle Schnittstelle; kein Paket, das etwas anderes tut.',
      en: 'The official API only; no package that does anything else.',
    },
  },
  {
    id: 'C-61',
    basis: 'WhatsApp, forwarding limits',
    title: { de: 'Keine Kettenbriefe.', en: 'No chain letters.' },
  },
  {
    id: 'C-62',
    basis: 'Meta, messaging limits',
    title: {
      de: 'Keine Tricks gegen Grenzen; neue Nummern wärmen sich auf.',
      en: 'No tricks against limits; new numbers warm up.',
    },
  },
  {
    id: 'C-63',
    basis: 'Meta, message templates',
    title: {
      de: 'Werbung nur mit genehmigter Vorlage; wird sie angehalten, halten ihre Kampagnen an.',
      en: 'Marketing with an approved template only; when it stops, its campaigns stop.',
    },
  },
  {
    id: 'C-64',
    basis: 'BGH VI ZR 225/17',
    title: {
      de: 'Werbung in einer Servicenachricht ist Werbung.',
      en: 'Advertising in a service message is advertising.',
    },
  },
  {
    id: 'C-65',
    basis: 'Meta, quality rating',
    title: {
      de: 'Sinkt die Qualität, wird langsamer oder gar nicht gesendet.',
      en: 'When quality falls, sending slows down or stops.',
    },
  },
  {
    id: 'C-66',
    basis: 'Meta, error codes',
    title: {
      de: 'Jeder Fehler von Meta hat genau eine Folge.',
      en: 'Every error of Meta has exactly one consequence.',
    },
  },
  {
    id: 'C-67',
    basis: 'Art. 5 (1) (a) GDPR',
    title: {
      de: 'Werbung kommt selten, über alle Kampagnen gezählt.',
      en: 'Marketing comes rarely, counted over all campaigns.',
    },
  },
  {
    id: 'C-68',
    basis: '§ 7 UWG; rule packs',
    title: {
      de: 'Zu Ruhezeiten der Person wird nicht gesendet; Verschobenes geht nicht verloren.',
      en: 'Nothing is sent at the person’s quiet hours; what is put off is not lost.',
    },
  },
  {
    id: 'C-69',
    basis: 'Art. 5 (2), 24 GDPR',
    title: { de: 'Jedes Quartal ein Bericht zur Qualität.', en: 'A quality report every quarter.' },
  },
  {
    id: 'C-70',
    basis: 'Art. 24 GDPR; Meta policy',
    title: {
      de: 'Unternehmen werden geprüft, bevor sie senden.',
      en: 'Businesses are vetted before they send.',
    },
  },
  {
    id: 'C-71',
    basis: '§ 5 UWG',
    title: {
      de: 'Vor jeder Kampagne stehen Kosten aus einer datierten Preisliste und eine Grenze.',
      en: 'Before each campaign stand its costs, from a dated price list, and a limit.',
    },
  },
  {
    id: 'C-72',
    basis: 'Art. 7 (1) GDPR',
    title: {
      de: 'Jeder Code führt auf seine Quelle zurück und lässt sich zurückziehen.',
      en: 'Every code leads back to its source and can be revoked.',
    },
  },
  {
    id: 'C-73',
    basis: 'Art. 24, 25 GDPR',
    title: {
      de: 'Jede Entscheidung wird erklärt; niemand kann sie übergehen.',
      en: 'Every decision is explained; nobody can overrule it.',
    },
  },
  {
    id: 'C-74',
    basis: 'Art. 12, 15 GDPR',
    title: {
      de: 'WARUM im Chat antwortet, wann, wo und mit welchen Worten zugesagt wurde.',
      en: 'WHY in the chat answers when, where and with which words the person said yes.',
    },
  },
  {
    id: 'C-75',
    basis: 'Meta, business-scoped user ids',
    title: {
      de: 'Menschen ohne sichtbare Nummer haben dieselben Rechte.',
      en: 'People whose number is hidden have the same rights.',
    },
  },
  {
    id: 'C-76',
    basis: 'Art. 32 GDPR',
    title: {
      de: 'Was von Meta kommt, wird geprüft, und zweimal ist wie einmal.',
      en: 'What comes from Meta is checked, and twice is like once.',
    },
  },
]
