import { z } from 'zod'
import type { Language } from '../platform/http/index.ts'
import { citation, type Sentence } from '../platform/index.ts'
import type { ProcessingContent, ProcessorsContent, Recipient } from './processing-content.ts'

/** A part of the record as people read it: on the page, in the PDF, in the CSV and when two versions are compared. */
export const RecordSection = z.object({
  key: z.string(),
  title: z.string(),
  /** The provision that asks for it. */
  article: z.string(),
  columns: z.array(z.string()),
  /** The first cell names the row. */
  rows: z.array(z.array(z.string())),
})
export type RecordSection = z.infer<typeof RecordSection>

const WORDS = {
  de: {
    who: 'Verantwortlicher',
    processor: 'Auftragsverarbeiter',
    activities: 'Zwecke der Verarbeitung',
    data: 'Kategorien von Daten',
    recipients: 'Empfänger',
    transfers: 'Übermittlung in Drittländer',
    retention: 'Löschfristen',
    measures: 'Technische und organisatorische Maßnahmen',
    processors: 'Unterauftragsverarbeiter',
    fact: 'Angabe',
    value: 'Inhalt',
    name: 'Name',
    address: 'Anschrift',
    country: 'Land',
    contact: 'Kontakt',
    representative: 'Vertreter in der EU (Art. 27)',
    dpo: 'Datenschutzbeauftragte',
    noDpo: 'Kein Datenschutzbeauftragter, weil',
    activity: 'Tätigkeit',
    purpose: 'Zweck',
    basis: 'Rechtsgrundlage',
    people: 'Betroffene',
    what: 'Was',
    role: 'Rolle',
    service: 'Leistung',
    safeguard: 'Garantie',
    contract: 'Vertrag',
    from: 'Ab',
    where: 'Ort der Speicherung',
    howLong: 'Dauer',
    state: 'Stand',
    roles: {
      processor: 'Auftragsverarbeiter',
      controller: 'Auftragsverarbeiter; für eigene Konten selbst Verantwortlicher',
      told: 'Wird über Änderungen unterrichtet (Art. 19)',
    },
    open: 'noch offen',
  },
  en: {
    who: 'Controller',
    processor: 'Processor',
    activities: 'Purposes of processing',
    data: 'Categories of data',
    recipients: 'Recipients',
    transfers: 'Transfers to third countries',
    retention: 'Time limits for erasure',
    measures: 'Technical and organisational measures',
    processors: 'Sub-processors',
    fact: 'Fact',
    value: 'Content',
    name: 'Name',
    address: 'Address',
    country: 'Country',
    contact: 'Contact',
    representative: 'Representative in the EU (Article 27)',
    dpo: 'Data protection officer',
    noDpo: 'No data protection officer, because',
    activity: 'Activity',
    purpose: 'Purpose',
    basis: 'Legal basis',
    people: 'People concerned',
    what: 'What',
    role: 'Role',
    service: 'Service',
    safeguard: 'Safeguard',
    contract: 'Agreement',
    from: 'From',
    where: 'Place of storage',
    howLong: 'How long',
    state: 'State',
    roles: {
      processor: 'Processor',
      controller: 'Processor; a controller of its own for WhatsApp accounts',
      told: 'Is told of changes (Article 19)',
    },
    open: 'still open',
  },
} as const

/** The record of processing in one language, section by section. */
export function processingSections(content: ProcessingContent, language: Language): RecordSection[] {
  const w = WORDS[language]
  const say = (sentence: Sentence) => sentence[language]
  const { controller } = content
  return [
    {
      key: 'controller',
      title: w.who,
      article: citation('Art. 30(1)(a)', language),
      columns: [w.fact, w.value],
      rows: [
        [w.name, controller.name],
        [w.address, controller.address ?? w.open],
        [w.country, controller.country],
        [w.contact, controller.contact ?? w.open],
        ...(controller.representative ? [[w.representative, controller.representative]] : []),
        controller.noDpoReason ? [w.noDpo, controller.noDpoReason] : [w.dpo, controller.dpo ?? w.open],
      ],
    },
    {
      key: 'activities',
      title: w.activities,
      article: citation('Art. 30(1)(b), (c)', language),
      columns: [w.activity, w.purpose, w.basis, w.people],
      rows: content.activities.map((each) => [
        say(each.name),
        say(each.purpose),
        say(each.basis),
        say(each.people),
      ]),
    },
    {
      key: 'data',
      title: w.data,
      article: citation('Art. 30(1)(c)', language),
      columns: [w.what, w.purpose],
      rows: content.data.map((each) => [say(each.what), say(each.purpose)]),
    },
    {
      ...recipientSection(content.recipients, language),
      key: 'recipients',
      title: w.recipients,
      article: citation('Art. 30(1)(d)', language),
    },
    {
      key: 'transfers',
      title: w.transfers,
      article: citation('Art. 30(1)(e), 44 ff.', language),
      columns: [w.what, w.name, w.where, w.safeguard],
      rows: content.transfers.map((each) => [
        say(each.what),
        each.to,
        [each.where, each.source].flatMap((part) => (part ? [say(part)] : [])).join(' '),
        say(each.safeguard),
      ]),
    },
    {
      key: 'retention',
      title: w.retention,
      article: citation('Art. 30(1)(f)', language),
      columns: [w.what, w.howLong, w.basis],
      rows: content.retention.map((each) => [
        say(each.what),
        say(each.howLong),
        citation(each.basis, language),
      ]),
    },
    {
      key: 'measures',
      title: w.measures,
      article: citation('Art. 30(1)(g), 32', language),
      columns: [w.what, w.state],
      rows: content.measures.map((each) => [say(each.what), say(each.state)]),
    },
    ...(content.processor
      ? [
          {
            key: 'processor',
            title: w.processor,
            article: citation('Art. 30(2)', language),
            columns: [w.fact, w.value],
            rows: [
              [w.name, content.processor.name],
              [w.address, content.processor.address],
              [w.contact, content.processor.contact],
              [w.who, controller.name],
              [w.activities, content.activities.map((each) => say(each.name)).join(', ')],
            ],
          },
        ]
      : []),
  ]
}

/** The list of those who work with data on behalf of the business (Art. 28(2)). */
export function processorSections(content: ProcessorsContent, language: Language): RecordSection[] {
  const title = WORDS[language].processors
  return [
    {
      ...recipientSection(content.processors, language),
      key: 'processors',
      title,
      article: citation('Art. 28(2), (4)', language),
    },
  ]
}

function recipientSection(
  all: readonly Recipient[],
  language: Language,
): Pick<RecordSection, 'columns' | 'rows'> {
  const w = WORDS[language]
  return {
    columns: [w.name, w.role, w.service, w.country, w.safeguard, w.contract, w.from],
    rows: all.map((each) => [
      each.name,
      w.roles[each.role],
      each.service[language],
      each.country ?? w.open,
      each.safeguard?.[language] ?? '–',
      each.contract ?? '–',
      each.from ?? '–',
    ]),
  }
}
