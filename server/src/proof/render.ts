import { toHex } from '@jawort/ledger'
import { z } from 'zod'
import type { ChatLanguage } from '../consent/index.ts'
import { createPdf, type PdfDocument } from '../platform/pdf/index.ts'
import { halvesOf, type ProofConsent, type ProofEvent, type ProofFacts } from './facts.ts'
import { PROOF_WORDS, type ProofWords } from './words.ts'

/** What was found when the pack was checked before it was handed out. */
export interface Checked {
  origin: string
  key: string
  size: number
  root: Uint8Array
  /** Entries of the ledger, all of them found in it. */
  entries: number
  shredded: boolean
  /** Who outside has dated a state, and when. */
  stamps: readonly string[]
  issuedAt: Date
  /** Where the page lies that checks packs. */
  verifierUrl: string
}

interface Sheet {
  pdf: PdfDocument
  words: ProofWords
  language: ChatLanguage
  facts: ProofFacts
}

const First = z.looseObject({
  text: z.string().nullish(),
  wamid: z.string().nullish(),
  pageUrl: z.string().nullish(),
  sourceName: z.string().nullish(),
  sourceKind: z.string().nullish(),
})
const Second = z.looseObject({
  question: z.string().nullish(),
  answer: z.string().nullish(),
  wamid: z.string().nullish(),
  questionWamid: z.string().nullish(),
})

/** The 'Einwilligungsnachweis' (C-15): both halves of each opt-in word for word, what followed, and where it is proved. */
export async function renderProof(facts: ProofFacts, checked: Checked): Promise<Buffer> {
  const { language, business } = facts
  const words = PROOF_WORDS[language]
  const pdf = await createPdf({
    title: `${words.title} · ${business.legalName}`,
    language,
    author: business.legalName,
    createdAt: checked.issuedAt,
  })
  const sheet = { pdf, words, language, facts }
  pdf.heading(1, words.title)
  pdf.paragraph(words.lead(business.name))
  pdf.fields([
    [words.controller, `${business.legalName}\n${countryName(business.country, language)}`],
    ...(business.contactEmail ? [[words.contact, business.contactEmail] as const] : []),
    ...(business.privacyUrl ? [[words.privacy, business.privacyUrl] as const] : []),
    ...(facts.person ? [[words.person, personOf(sheet)] as const] : []),
    [words.issued, moment(sheet, checked.issuedAt)],
  ])
  if (!facts.person) pdf.paragraph(facts.restricted ? words.restricted : words.erased)
  pdf.heading(2, words.result)
  pdf.paragraph(checked.shredded ? words.resultShredded(checked.entries) : words.resultValid(checked.entries))
  for (const consent of facts.consents) consentPart(sheet, consent)
  if (facts.consents.length === 0) {
    pdf.heading(2, words.history)
    history(sheet, facts.events)
  }
  ledgerPart(sheet, checked)
  return pdf.end()
}

function consentPart(sheet: Sheet, consent: ProofConsent): void {
  const { pdf, words, facts } = sheet
  const { first, second } = halvesOf(consent)
  const said = First.parse(first?.opening?.payload ?? {})
  const kind = said.sourceKind ? (words.sources[said.sourceKind] ?? said.sourceKind) : ''
  pdf.heading(2, consent.name)
  pdf.fields([
    [words.state, words.states[consent.state] ?? consent.state],
    [words.since, moment(sheet, consent.stateAt)],
    ...(consent.channel ? [[words.channel, consent.channel] as const] : []),
    ...(said.sourceName
      ? [[words.source, [said.sourceName, kind].filter(Boolean).join(' · ')] as const]
      : []),
    ...(said.pageUrl ? [[words.page, said.pageUrl] as const] : []),
  ])
  if (facts.person || facts.restricted) halves(sheet, consent, first, second)
  pdf.heading(3, words.history)
  history(sheet, consent.events)
  if (!facts.person) return
  pdf.heading(3, words.chat)
  if (consent.chat.length === 0) pdf.note(words.chatMissing)
  for (const { direction, at, text, buttons } of consent.chat) {
    const who = direction === 'in' ? (facts.person.name ?? words.person) : facts.business.name
    pdf.quote([text, buttons.map((button) => `[ ${button} ]`).join('  ')].filter(Boolean).join('\n'), {
      caption: `${who} · ${moment(sheet, at).replace('\n', ' · ')}`,
    })
  }
}

function halves(
  sheet: Sheet,
  consent: ProofConsent,
  first: ProofEvent | undefined,
  second: ProofEvent | undefined,
): void {
  const { pdf, words } = sheet
  const said = First.parse(first?.opening?.payload ?? {})
  const answered = Second.parse(second?.opening?.payload ?? {})
  pdf.heading(3, words.first)
  if (first && said.text) {
    pdf.quote(said.text, { caption: caption(sheet, first.at, said.wamid) })
  } else pdf.note(words.firstMissing)
  if (consent.wording) {
    const { version, language, body } = consent.wording
    pdf.heading(3, words.wording(version, language))
    pdf.quote(body, { language })
  }
  pdf.heading(3, words.second)
  if (second && answered.answer) {
    if (answered.question) {
      const asked = answered.questionWamid ? ` · ${words.messageId}: ${answered.questionWamid}` : ''
      pdf.quote(answered.question, { caption: `${words.question}${asked}` })
    }
    pdf.quote(answered.answer, { caption: caption(sheet, second.at, answered.wamid) })
  } else pdf.note(words.secondMissing)
}

function caption(sheet: Sheet, at: Date, wamid: string | null | undefined): string {
  const id = wamid ? `\n${sheet.words.messageId}: ${wamid}` : ''
  return `${moment(sheet, at).replace('\n', ' · ')}${id}`
}

function history({ pdf, words, language, facts }: Sheet, events: readonly ProofEvent[]): void {
  pdf.table({
    columns: [
      { title: words.when, share: 3 },
      { title: words.what, share: 3.4 },
      { title: words.place, share: 1 },
      { title: words.hash, share: 6 },
    ],
    rows: events.map(({ at, type, seq, leafHash }) => [
      local(at, language, facts.business.timeZone, 'medium'),
      words.events[type] ?? type,
      seq === null ? '' : String(seq),
      leafHash ?? '',
    ]),
  })
}

function ledgerPart({ pdf, words }: Sheet, checked: Checked): void {
  const root = toHex(checked.root)
  pdf.heading(2, words.ledger)
  pdf.paragraph(words.ledgerLead)
  pdf.fields([
    [words.log, checked.origin],
    [words.key, checked.key],
    [words.size, String(checked.size)],
    [words.root, root],
    ...checked.stamps.map((stamp) => [words.stamp, stamp] as const),
  ])
  pdf.heading(3, words.proves)
  pdf.list(words.provesList)
  pdf.heading(3, words.provesNot)
  pdf.list(words.provesNotList)
  pdf.heading(2, words.check)
  pdf.paragraph(words.checkLead)
  pdf.qr(`${checked.verifierUrl}#size=${checked.size}&root=${root}`, words.qr)
}

function personOf({ facts, words }: Sheet): string {
  const { name, phone, bsuid, username } = facts.person ?? {}
  const lines = [name, phone, bsuid && `BSUID ${bsuid}`, username && `${words.username} ${username}`]
  return lines.filter(Boolean).join('\n')
}

/** The time of the business's zone on one line, UTC to the millisecond on the next. */
function moment({ language, facts }: Sheet, at: Date): string {
  const { timeZone } = facts.business
  return `${local(at, language, timeZone, 'long')} (${timeZone})\n${at.toISOString().replace('T', ' ').replace('Z', ' UTC')}`
}

function local(at: Date, language: string, timeZone: string, dateStyle: 'medium' | 'long'): string {
  return at.toLocaleString(language === 'en' ? 'en-GB' : language, {
    dateStyle,
    timeStyle: 'medium',
    timeZone,
  })
}

function countryName(country: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
}
