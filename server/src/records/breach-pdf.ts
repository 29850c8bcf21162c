import { getBusiness } from '../businesses/index.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { createPdf } from '../platform/pdf/index.ts'
import { getBreach, type TimelineEntry } from './breach.ts'
import { FORM_PARTS, type FormPart } from './breach-entries.ts'
import { findDuties } from './duties.ts'

const WORDS = {
  de: {
    title: 'Meldung einer Verletzung des Schutzes personenbezogener Daten',
    law: 'nach Art. 33 DSGVO',
    controller: 'Verantwortlicher',
    number: 'Vorfall',
    known: 'Bekannt seit',
    deadline: 'Frist',
    authority: 'Aufsichtsbehörde',
    form: 'Angaben nach Art. 33 Abs. 3',
    open: 'noch nicht bekannt, wird nachgereicht (Art. 33 Abs. 4)',
    timeline: 'Verlauf',
    columns: ['Wann (UTC)', 'Was', 'Inhalt'],
    parts: {
      nature: 'Art der Verletzung (a)',
      peopleCategories: 'Betroffene, Kategorien (a)',
      people: 'Betroffene, ungefähre Zahl (a)',
      recordCategories: 'Datensätze, Kategorien (a)',
      records: 'Datensätze, ungefähre Zahl (a)',
      contact: 'Anlaufstelle (b)',
      consequences: 'Wahrscheinliche Folgen (c)',
      measures: 'Maßnahmen (d)',
    },
    kinds: {
      form: 'Formular',
      note: 'Notiz',
      affected: 'Betroffene ermittelt',
      authority: 'Behörde (Art. 33)',
      people: 'Betroffene (Art. 34)',
      closed: 'Abgeschlossen',
    },
    decisions: {
      notified: 'gemeldet',
      no_risk: 'nicht gemeldet, kein Risiko',
      told: 'benachrichtigt',
      not_needed: 'keine Benachrichtigung nötig',
    },
    people: 'Menschen',
    inChat: 'Im Chat benachrichtigt',
    how: { chat: 'im Chat', mail: 'per E-Mail', post: 'per Post', phone: 'am Telefon', public: 'öffentlich' },
    delay: 'Grund der Verzögerung',
  },
  en: {
    title: 'Notification of a personal data breach',
    law: 'under Article 33 GDPR',
    controller: 'Controller',
    number: 'Breach',
    known: 'Known since',
    deadline: 'Deadline',
    authority: 'Supervisory authority',
    form: 'Facts under Article 33 (3)',
    open: 'not known yet, will follow (Article 33 (4))',
    timeline: 'Timeline',
    columns: ['When (UTC)', 'What', 'Content'],
    parts: {
      nature: 'Nature of the breach (a)',
      peopleCategories: 'People concerned, categories (a)',
      people: 'People concerned, approximate number (a)',
      recordCategories: 'Records, categories (a)',
      records: 'Records, approximate number (a)',
      contact: 'Contact point (b)',
      consequences: 'Likely consequences (c)',
      measures: 'Measures (d)',
    },
    kinds: {
      form: 'Form',
      note: 'Note',
      affected: 'People found',
      authority: 'Authority (Article 33)',
      people: 'People (Article 34)',
      closed: 'Closed',
    },
    decisions: {
      notified: 'notified',
      no_risk: 'not notified, no risk',
      told: 'told',
      not_needed: 'no message needed',
    },
    people: 'people',
    inChat: 'Told in the chat',
    how: { chat: 'in the chat', mail: 'by e-mail', post: 'by post', phone: 'by phone', public: 'in public' },
    delay: 'Reason for the delay',
  },
} as const

/** The notification and the timeline of a breach, for the authority and for the file. @throws Problem `not_found` */
export async function breachPdf(ctx: Context, breachId: string, language: Language): Promise<Buffer> {
  const breach = await getBreach(ctx, breachId)
  const [business, stated] = [await getBusiness(ctx), await findDuties(ctx)]
  const w = WORDS[language]
  const pdf = await createPdf({ title: `${w.title} ${breach.number}`, language, author: business.legalName })
  pdf.heading(1, w.title)
  pdf.paragraph(w.law)
  pdf.fields([
    [w.controller, [business.legalName, stated.address].filter(Boolean).join(', ')],
    [w.number, String(breach.number)],
    [w.known, `${at(breach.knownAt)} UTC`],
    [w.deadline, `${at(breach.state.deadline)} UTC (${breach.deadlineHours} h)`],
    [w.authority, stated.authority?.name ?? '–'],
  ])
  pdf.heading(2, w.form)
  pdf.fields(FORM_PARTS.map((part) => [w.parts[part], partText(breach.state.form, part) || w.open]))
  pdf.heading(2, w.timeline)
  pdf.table({
    columns: [
      { title: w.columns[0], share: 1 },
      { title: w.columns[1], share: 1 },
      { title: w.columns[2], share: 3 },
    ],
    rows: breach.entries.map((entry) => [
      at(entry.writtenAt),
      w.kinds[entry.kind],
      entryText(entry, language),
    ]),
  })
  return pdf.end()
}

const at = (date: Date) => date.toISOString().replace('T', ' ').slice(0, 16)

function partText(form: Record<FormPart, string | number | null>, part: FormPart): string {
  const value = form[part]
  return value === null ? '' : String(value).trim()
}

function entryText(entry: TimelineEntry, language: Language): string {
  const w = WORDS[language]
  switch (entry.kind) {
    case 'form':
      return FORM_PARTS.map((part) => partText(entry.form, part))
        .filter(Boolean)
        .join(' · ')
    case 'affected':
      return [
        `${entry.people} ${w.people} (${entry.query.table} ${entry.query.from ?? ''} – ${entry.query.to ?? ''})`,
        entry.told && `${w.inChat}: ${entry.told.reachable}`,
      ]
        .filter(Boolean)
        .join(' · ')
    case 'authority':
      return [`${w.decisions[entry.decision]}: ${entry.text}`, entry.delay && `${w.delay}: ${entry.delay}`]
        .filter(Boolean)
        .join(' · ')
    case 'people':
      return [
        `${w.decisions[entry.decision]}: ${entry.text}`,
        ...entry.how.map((way) => w.how[way]),
        entry.at && `${at(new Date(entry.at))} UTC`,
      ]
        .filter(Boolean)
        .join(' · ')
    default:
      return entry.text
  }
}
