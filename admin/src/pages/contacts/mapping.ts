import type { ImportMapping } from '../../api/entities.ts'

/** `skip`, `phone`, `name`, `language`, `claim:date|source|text` or `field:<key>`, one per column. */
export type Meanings = readonly string[]

/** The server's guess, column by column. */
export function meaningsOf(columns: readonly string[], guess: ImportMapping): string[] {
  return columns.map((column) => {
    if (column === guess.phoneColumn) return 'phone'
    if (column === guess.nameColumn) return 'name'
    if (column === guess.languageColumn) return 'language'
    const key = guess.attributes[column]
    return key ? `field:${key}` : 'skip'
  })
}

/** Gives one column a meaning; a meaning belongs to one column only, so another that had it is left out. */
export function assign(meanings: Meanings, index: number, meaning: string): string[] {
  return meanings.map((before, at) => {
    if (at === index) return meaning
    return meaning !== 'skip' && before === meaning ? 'skip' : before
  })
}

/** What is sent to the server; undefined while no column is the phone number. */
export function mappingOf(columns: readonly string[], meanings: Meanings): ImportMapping | undefined {
  const columnOf = (meaning: string) => columns[meanings.indexOf(meaning)]
  const phoneColumn = columnOf('phone')
  if (!phoneColumn) return undefined
  const nameColumn = columnOf('name')
  const languageColumn = columnOf('language')
  return {
    phoneColumn,
    ...(nameColumn ? { nameColumn } : {}),
    ...(languageColumn ? { languageColumn } : {}),
    attributes: Object.fromEntries(
      columns.flatMap((column, index) => {
        const meaning = meanings[index] ?? ''
        return meaning.startsWith('field:') ? [[column, meaning.slice('field:'.length)]] : []
      }),
    ),
  }
}

export type Evidence = NonNullable<ImportMapping['evidence']>

/** What the member says about the list as a whole; empty until it was said. */
export interface Attestation {
  origin: Evidence['origin'] | null
  statement: string
  source: string
  wordingText: string
  collectedByUs: boolean
}

export const noAttestation: Attestation = {
  origin: null,
  statement: '',
  source: '',
  wordingText: '',
  collectedByUs: false,
}

/** Whether a column claims when people agreed: then the list has to be answered for. */
export const claimsConsent = (meanings: Meanings): boolean => meanings.includes('claim:date')

/** What the list claims; undefined while something that a proof needs is missing. */
export function evidenceOf(
  columns: readonly string[],
  meanings: Meanings,
  said: Attestation,
): Evidence | undefined {
  const columnOf = (meaning: string) => columns[meanings.indexOf(meaning)]
  const dateColumn = columnOf('claim:date')
  const sourceColumn = columnOf('claim:source')
  const wordingColumn = columnOf('claim:text')
  const source = said.source.trim()
  const wordingText = said.wordingText.trim()
  if (!dateColumn || !said.origin || !said.collectedByUs || said.statement.trim().length < 20)
    return undefined
  if ((!sourceColumn && source.length < 3) || (!wordingColumn && wordingText.length < 20)) return undefined
  return {
    dateColumn,
    ...(sourceColumn ? { sourceColumn } : { source }),
    ...(wordingColumn ? { wordingColumn } : { wordingText }),
    origin: said.origin,
    statement: said.statement.trim(),
    collectedByUs: true,
  }
}

const consentWords =
  /opt.?in|newsletter|einwillig|consent|zustimm|abonn|subscri|werbung|marketing|erlaub|permission/i

/** Whether a column's name claims a consent, which an import can never bring (C-19). */
export const looksLikeConsent = (column: string): boolean => consentWords.test(column)
