import { writeArchive } from '@jawort/ledger'
import { recordAudit } from '../audit/index.ts'
import { type Business, getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { createPdf } from '../platform/pdf/index.ts'
import { agreementClauses } from './agreement.ts'
import { type DutyStatement, findDuties } from './duties.ts'
import { printSections, recordPdf } from './print.ts'
import { ProcessingContent } from './processing-content.ts'
import { processingSections } from './processing-view.ts'
import { changesBetween, listVersions, liveRecord } from './versions.ts'

const WORDS = {
  de: {
    agreement: 'Vertrag zur Auftragsverarbeitung',
    between: 'nach Art. 28 DSGVO zwischen dem Verantwortlichen und dem Auftragsverarbeiter',
    controller: 'Verantwortlicher',
    processor: 'Auftragsverarbeiter',
    address: 'Anschrift',
    sign: 'Ort, Datum, Unterschriften',
    template:
      'Vorlage, mit den Angaben dieser Installation gefüllt. Sie ersetzt keine Rechtsberatung und gilt erst, wenn beide Seiten sie geprüft und unterschrieben haben.',
    open: '[bitte ergänzen]',
    annex: 'Anlage: technische und organisatorische Maßnahmen',
    annexLead: 'Was auf dieser Installation zum Zeitpunkt der Erstellung wirklich eingeschaltet ist.',
    notice: 'Änderungsmitteilung: Unterauftragsverarbeiter',
    noticeLead:
      'Nach Art. 28 Abs. 2 DSGVO kann der Verantwortliche gegen diese Änderungen Einspruch erheben.',
    noChange: 'Seit der letzten Fassung hat sich nichts geändert.',
    kinds: { added: 'neu', removed: 'entfällt', changed: 'geändert' },
    columns: ['Wer', 'Änderung', 'Vorher', 'Jetzt'],
    files: ['vertrag', 'unterauftragsverarbeiter', 'aenderungsmitteilung', 'massnahmen', 'verzeichnis'],
  },
  en: {
    agreement: 'Data processing agreement',
    between: 'under Article 28 GDPR between the controller and the processor',
    controller: 'Controller',
    processor: 'Processor',
    address: 'Address',
    sign: 'Place, date, signatures',
    template:
      'A template, filled with the facts of this installation. It is no legal advice and counts only once both sides have checked and signed it.',
    open: '[please add]',
    annex: 'Annex: technical and organisational measures',
    annexLead: 'What is really switched on at this installation at the time of writing.',
    notice: 'Notice of change: sub-processors',
    noticeLead: 'Under Article 28 (2) GDPR the controller may object to these changes.',
    noChange: 'Nothing has changed since the last version.',
    kinds: { added: 'new', removed: 'ends', changed: 'changed' },
    columns: ['Who', 'Change', 'Before', 'Now'],
    files: ['agreement', 'sub-processors', 'notice-of-change', 'measures', 'record'],
  },
} as const

/**
 * Everything an agreement under Art. 28 needs, as a zip of PDFs: the agreement filled with this installation's facts, the list
 * of sub-processors with what changed last, the annex of measures, and the record (C-53).
 */
export async function agreementPack(
  ctx: Context,
  language: Language,
): Promise<{ fileName: string; zip: Buffer }> {
  requireRole(ctx, 'dpo')
  const [business, stated] = [await getBusiness(ctx), await findDuties(ctx)]
  const content = ProcessingContent.parse((await liveRecord(ctx, 'processing')).content)
  const [agreement, processors, notice, measures, record] = WORDS[language].files
  const files = new Map([
    [`1-${agreement}.pdf`, await agreementPdf(business, stated, content, language)],
    [`2-${processors}.pdf`, await recordPdf(ctx, 'processors', undefined, language)],
    [`3-${notice}.pdf`, await changeNoticePdf(ctx, business, language)],
    [`4-${measures}.pdf`, await measuresPdf(business, content, language)],
    [`5-${record}.pdf`, await recordPdf(ctx, 'processing', undefined, language)],
  ])
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'records.pack',
      entity: 'records',
      entityId: tx.businessId,
      after: { language },
    }),
  )
  return {
    fileName: `${business.slug}-art28-${language}.zip`,
    // A PDF is compressed already.
    zip: Buffer.from(writeArchive(files)),
  }
}

async function agreementPdf(
  business: Business,
  stated: DutyStatement,
  content: ProcessingContent,
  language: Language,
): Promise<Buffer> {
  const w = WORDS[language]
  const processor = stated.operator?.name ?? stated.hoster?.name ?? w.open
  const pdf = await createPdf({ title: w.agreement, language, author: business.legalName })
  pdf.heading(1, w.agreement)
  pdf.paragraph(w.between)
  pdf.note(w.template)
  pdf.fields([
    [w.controller, business.legalName],
    [w.address, stated.address ?? w.open],
    [w.processor, processor],
    [w.address, stated.operator?.address ?? w.open],
  ])
  const clauses = agreementClauses(
    {
      controller: business.legalName,
      processor,
      topics: content.activities.map((activity) => activity.name[language]).join(', '),
    },
    language,
  )
  for (const [index, clause] of clauses.entries()) {
    pdf.heading(2, `${index + 1}. ${clause.title}`)
    pdf.paragraph(clause.text)
    pdf.note(clause.article)
  }
  pdf.heading(2, w.sign)
  pdf.fields([
    [w.controller, '______________________________'],
    [w.processor, '______________________________'],
  ])
  return pdf.end()
}

async function measuresPdf(
  business: Business,
  content: ProcessingContent,
  language: Language,
): Promise<Buffer> {
  const w = WORDS[language]
  const pdf = await createPdf({ title: w.annex, language, author: business.legalName })
  pdf.heading(1, w.annex)
  pdf.paragraph(w.annexLead)
  printSections(
    pdf,
    processingSections(content, language).filter((section) => section.key === 'measures'),
    language,
  )
  return pdf.end()
}

/** What is different from the version before the last one, or now from the last. */
async function changeNoticePdf(ctx: Context, business: Business, language: Language): Promise<Buffer> {
  const w = WORDS[language]
  const live = await liveRecord(ctx, 'processors')
  const versions = await listVersions(ctx, 'processors')
  const before = versions.find((version) => version.hash !== live.hash)
  const changes = before ? changesBetween('processors', before.content, live.content, language) : []
  const pdf = await createPdf({ title: w.notice, language, author: business.legalName })
  pdf.heading(1, w.notice)
  pdf.paragraph(w.noticeLead)
  if (changes.length === 0) pdf.paragraph(w.noChange)
  else {
    pdf.table({
      columns: [...w.columns],
      rows: changes.map((change) => [
        change.row,
        w.kinds[change.kind],
        change.before?.slice(1).join(', ') ?? '–',
        change.after?.slice(1).join(', ') ?? '–',
      ]),
    })
  }
  return pdf.end()
}
