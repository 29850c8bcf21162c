import { getBusiness } from '../businesses/index.ts'
import { csvLine } from '../campaigns/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { createPdf, type PdfDocument } from '../platform/pdf/index.ts'
import type { RecordSection } from './processing-view.ts'
import { findVersion, liveRecord, type RecordKind, type RecordVersion, sectionsOf } from './versions.ts'

const TITLES = {
  processing: { de: 'Verzeichnis von Verarbeitungstätigkeiten', en: 'Record of processing activities' },
  processors: { de: 'Liste der Unterauftragsverarbeiter', en: 'List of sub-processors' },
} as const

const WORDS = {
  de: {
    law: 'Art. 30 DSGVO',
    version: 'Fassung',
    hash: 'Prüfwert',
    made: 'Erzeugt',
    approved: 'Freigegeben',
    draft: 'Entwurf, noch nicht gespeichert',
    open: 'noch nicht',
    section: 'Abschnitt',
    article: 'Artikel',
    cells: 'Angaben',
    none: 'Keine.',
  },
  en: {
    law: 'Article 30 GDPR',
    version: 'Version',
    hash: 'Digest',
    made: 'Generated',
    approved: 'Approved',
    draft: 'Draft, not stored yet',
    open: 'not yet',
    section: 'Section',
    article: 'Article',
    cells: 'Details',
    none: 'None.',
  },
} as const

interface Printed {
  title: string
  facts: [string, string][]
  sections: RecordSection[]
}

async function readForPrint(
  ctx: Context,
  kind: RecordKind,
  version: number | undefined,
  language: Language,
): Promise<Printed> {
  requireRole(ctx, 'dpo')
  const w = WORDS[language]
  const live = version === undefined ? await liveRecord(ctx, kind) : null
  const stored: RecordVersion | null =
    version === undefined
      ? live && live.stored?.hash === live.hash
        ? live.stored
        : null
      : await findVersion(ctx, kind, version)
  const content = stored?.content ?? live?.content
  const day = (at: Date) => at.toISOString().replace('T', ' ').slice(0, 16)
  return {
    title: TITLES[kind][language],
    facts: [
      [w.version, stored ? String(stored.version) : w.draft],
      [w.made, `${day(stored?.createdAt ?? ctx.clock.now())} UTC`],
      [w.approved, stored?.approvedAt ? `${day(stored.approvedAt)} UTC` : w.open],
      [w.hash, stored?.hash ?? live?.hash ?? ''],
    ],
    sections: sectionsOf(kind, content, language),
  }
}

/** A version of a record as PDF; the live one when none is named. @throws Problem `not_found` */
export async function recordPdf(
  ctx: Context,
  kind: RecordKind,
  version: number | undefined,
  language: Language,
): Promise<Buffer> {
  const printed = await readForPrint(ctx, kind, version, language)
  const business = await getBusiness(ctx)
  const pdf = await createPdf({
    title: `${printed.title} – ${business.legalName}`,
    language,
    author: business.legalName,
  })
  pdf.heading(1, printed.title)
  pdf.paragraph(`${business.legalName}, ${WORDS[language].law}`)
  pdf.fields(printed.facts)
  printSections(pdf, printed.sections, language)
  return pdf.end()
}

/** Sections as headings with tables. */
export function printSections(
  pdf: PdfDocument,
  sections: readonly RecordSection[],
  language: Language,
): void {
  for (const section of sections) {
    pdf.heading(2, section.title)
    pdf.note(section.article)
    if (section.rows.length === 0) pdf.paragraph(WORDS[language].none)
    else pdf.table({ columns: section.columns, rows: section.rows })
  }
}

/** A version of a record as CSV: one line per row, each with its section. @throws Problem `not_found` */
export async function recordCsv(
  ctx: Context,
  kind: RecordKind,
  version: number | undefined,
  language: Language,
): Promise<string> {
  const { sections } = await readForPrint(ctx, kind, version, language)
  const w = WORDS[language]
  const lines = sections.flatMap((section) =>
    section.rows.map((row) =>
      csvLine([
        section.title,
        section.article,
        ...row.map((cell, at) => `${section.columns[at] ?? w.cells}: ${cell}`),
      ]),
    ),
  )
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${csvLine([w.section, w.article, w.cells])}${lines.join('')}`
}
