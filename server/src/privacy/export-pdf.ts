import { getBusiness } from '../businesses/index.ts'
import { type ChatLanguage, chatLanguage, topicName, topicsById } from '../consent/index.ts'
import { openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { createPdf, type PdfDocument } from '../platform/pdf/index.ts'
import { requirePersonOrRole } from './authorise-person.ts'
import { collectPerson, noteExport, type PersonExport } from './export.ts'
import { EXPORT_WORDS, type ExportWords } from './export-words.ts'

type Row = Record<string, unknown>

/** Parts that are told in words; everything else follows as it is stored, so that nothing is left out. */
const TOLD = ['consents', 'consentHistory', 'messagesFromPerson', 'messagesToPerson']

/**
 * Everything known of a person as a readable PDF (C-37): who is responsible, what for, who gets it, where it came from, how long,
 * consents with their history, messages, and every other part of the export after that. In the person's language, else the
 * business's.
 * @throws Problem `not_found`, `role_missing`
 */
export async function exportPersonPdf(ctx: Context, contactId: string): Promise<Buffer> {
  requirePersonOrRole(ctx, contactId, 'dpo')
  const person = await collectPerson(ctx, contactId)
  const own = (await openContacts(ctx, [contactId])).get(contactId)?.language
  const language = chatLanguage(own, (await getBusiness(ctx)).language)
  const topics = await topicsById(ctx)
  const nameOf = (topicId: unknown) =>
    topicId === null || topicId === undefined
      ? EXPORT_WORDS[language].allTopics
      : topicName(topics.get(String(topicId)), language)
  const pdf = await printPerson(person, language, nameOf)
  await noteExport(ctx, contactId, 'access')
  return pdf
}

async function printPerson(
  person: PersonExport,
  language: ChatLanguage,
  nameOf: (topicId: unknown) => string,
): Promise<Buffer> {
  const w = EXPORT_WORDS[language]
  const pdf = await createPdf({
    title: w.title,
    language,
    author: person.controller.name,
    createdAt: new Date(person.createdAt),
  })
  pdf.heading(1, w.title)
  pdf.paragraph(w.lead)
  printAbout(pdf, person, w, language)
  printConsents(pdf, person, w, nameOf)
  printMessages(pdf, person, w)
  for (const [part, rows] of Object.entries(person.data)) {
    if (TOLD.includes(part) || rows.length === 0) continue
    pdf.heading(2, w.parts[part] ?? part)
    for (const row of rows) pdf.fields(fieldsOf(row, w))
  }
  return pdf.end()
}

function printAbout(
  pdf: PdfDocument,
  { controller, about, createdAt }: PersonExport,
  w: ExportWords,
  language: ChatLanguage,
): void {
  pdf.heading(2, w.controller)
  pdf.fields([
    [w.name, controller.name],
    [w.contact, controller.contact ?? '–'],
    [w.notice, controller.privacyUrl ?? '–'],
    [w.created, moment(createdAt)],
  ])
  pdf.heading(2, w.purposes)
  pdf.list(about.purposes.map((purpose) => sentenceOf(purpose, language)))
  pdf.heading(2, w.recipients)
  pdf.list(about.recipients)
  pdf.heading(2, w.sources)
  const kinds: Record<string, string> = w.sourceKinds
  const kindOf = (kind: unknown) => kinds[String(kind)] ?? String(kind)
  pdf.list([w.ownSource, ...about.sources.map((source) => `${source.name} (${kindOf(source.kind)})`)])
  pdf.heading(2, w.retention)
  const { messages, deliveriesFromWhatsApp, consentHistory, suppression } = w.retentions
  pdf.list([messages(about.periods), deliveriesFromWhatsApp(about.periods), consentHistory, suppression])
  if (about.proofKeptUntil) pdf.note(`${w.keptUntil} ${moment(about.proofKeptUntil)}`)
  pdf.heading(2, w.rights)
  pdf.paragraph(w.rightsText)
  if (about.segmentsNow.length > 0) {
    pdf.heading(2, w.segments)
    pdf.list(about.segmentsNow)
  }
  if (about.blockList.length > 0) {
    pdf.heading(2, w.blockList)
    pdf.list(about.blockList.map((entry) => `${w.blocked} ${moment(entry.since)}`))
  }
}

function printConsents(
  pdf: PdfDocument,
  { data }: PersonExport,
  w: ExportWords,
  nameOf: (topicId: unknown) => string,
): void {
  const stateOf = (state: unknown) => {
    const words: Record<string, string> = w.states
    return words[String(state)] ?? String(state)
  }
  pdf.heading(2, w.consents)
  const consents = data.consents ?? []
  if (consents.length === 0) pdf.paragraph(w.none)
  else {
    pdf.table({
      columns: [w.topic, w.state, w.since],
      rows: consents.map((row) => [nameOf(row.topic_id), stateOf(row.state), moment(row.state_at)]),
    })
  }
  for (const event of data.consentHistory ?? []) {
    pdf.heading(3, `${moment(event.at)}: ${nameOf(event.topic_id)}, ${stateOf(event.state)}`)
    if (isRow(event.evidence)) pdf.fields(fieldsOf(event.evidence, w))
  }
}

function printMessages(pdf: PdfDocument, { data }: PersonExport, w: ExportWords): void {
  pdf.heading(2, w.messages)
  const lines = [
    ...(data.messagesFromPerson ?? []).map((row) => ({
      at: row.at,
      known: row.received_at,
      who: w.fromYou,
      text: textOf(row.content) || w.noText,
    })),
    ...(data.messagesToPerson ?? []).map((row) => ({
      at: row.created_at,
      known: row.created_at,
      who: w.toYou,
      text: textOf(row.read_as) || w.noText,
    })),
  ].sort((a, b) => secondOf(a.at) - secondOf(b.at) || timeOf(a.known) - timeOf(b.known))
  if (lines.length === 0) pdf.paragraph(w.none)
  else {
    pdf.table({
      columns: [
        { title: w.when, share: 1.2 },
        { title: '', share: 0.8 },
        { title: w.what, share: 4 },
      ],
      rows: lines.map(({ at, who, text }) => [moment(at), who, text]),
    })
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const timeOf = (at: unknown): number => (at instanceof Date ? at : new Date(String(at))).getTime()

/** As WhatsApp dates what a person writes. */
const secondOf = (at: unknown): number => Math.floor(timeOf(at) / 1000)

/** A time to the minute in UTC. */
function moment(at: unknown): string {
  const date = at instanceof Date ? at : new Date(String(at))
  return Number.isNaN(date.getTime())
    ? String(at)
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function textOf(content: unknown): string {
  return isRow(content) && typeof content.text === 'string' ? content.text : ''
}

/** A purpose in words: the name of a topic, or what a field is noted for. */
function sentenceOf(purpose: Row, language: ChatLanguage): string {
  const read = (value: unknown): string =>
    isRow(value) ? String(value[language] ?? value.en ?? value.de ?? '') : String(value ?? '')
  const name = read(purpose.name ?? purpose.label)
  const detail = read(purpose.description ?? purpose.purpose)
  return detail ? `${name}: ${detail}` : name
}

function fieldsOf(row: Row, w: ExportWords): [string, string][] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return []
    const text = wordOf(value)
    return text === '{}' || text === '[]' ? [] : [[labelOf(name, w), text] satisfies [string, string]]
  })
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

function wordOf(value: unknown): string {
  if (value instanceof Date || (typeof value === 'string' && ISO_TIME.test(value))) return moment(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Columns are called `page_url`, what evidence holds `pageUrl`: both are the same to a reader. */
function labelOf(name: string, w: ExportWords): string {
  const key = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return w.fields[key] ?? key.replaceAll('_', ' ')
}
