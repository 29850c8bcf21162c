import { z } from 'zod'
import { Problem } from '../platform/index.ts'
import { type AttributeValue, type FieldType, readAttribute } from './attribute.ts'
import { type Claim, claimReader, EvidenceMapping } from './import-evidence.ts'
import { toE164 } from './phone.ts'

/** Which column of the file means what; columns are named as in its header line. */
export const ImportMapping = z.object({
  phoneColumn: z.string().min(1),
  nameColumn: z.string().optional(),
  languageColumn: z.string().optional(),
  /** column → key of a declared field */
  attributes: z.record(z.string(), z.string()).default({}),
  /** What the list claims about consents: recorded as claims, confirmed by nothing (C-19). */
  evidence: EvidenceMapping.optional(),
})
export type ImportMapping = z.infer<typeof ImportMapping>

const PHONE = /phone|telefon|handy|mobil|whats|nummer|^tel|cell|gsm/i
const NAME = /^(name|vorname|first[ _-]?name|full[ _-]?name|kunde|customer)/i
const LANGUAGE = /^(sprache|lang|language|locale)/i

/** A first proposal: by the header's words, and for the number also by what the cells look like. */
export function guessMapping(
  columns: string[],
  sample: string[][],
  fields: Iterable<string>,
  country: string,
): ImportMapping {
  const numbers = columns.map((_, index) => sample.filter((row) => toE164(row[index] ?? '', country)).length)
  const most = Math.max(0, ...numbers)
  const byHeader = columns.findIndex(
    (column, index) => PHONE.test(column) && (most === 0 || (numbers[index] ?? 0) > 0),
  )
  const phone = byHeader >= 0 ? byHeader : most > 0 ? numbers.indexOf(most) : -1
  const others = columns.filter((_, index) => index !== phone)
  const nameColumn = others.find((column) => NAME.test(column))
  const languageColumn = others.find((column) => LANGUAGE.test(column))
  const keys = new Set(fields)
  const attributes: Record<string, string> = {}
  for (const column of others) {
    const key = column
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
    if (column !== nameColumn && column !== languageColumn && keys.has(key)) attributes[column] = key
  }
  return {
    phoneColumn: columns[phone] ?? '',
    ...(nameColumn ? { nameColumn } : {}),
    ...(languageColumn ? { languageColumn } : {}),
    attributes,
  }
}

/** One good line of the file. */
export interface ImportRow {
  line: number
  /** E.164 */
  phone: string
  name: string | null
  language: string | null
  attributes: Record<string, AttributeValue>
  /** Null when the list claims nothing about this person, or lacks what a proof needs. */
  claim: Claim | null
}

export type RowReader = (line: number, cells: string[]) => ImportRow | { line: number; reason: RowProblem }

/** Why a line was not taken; stable codes, the pages have the sentences. */
export type RowProblem =
  | 'unreadable'
  | 'phone_missing'
  | 'phone_invalid'
  | 'too_many_columns'
  | 'encoding'
  | 'name_too_long'
  | `attribute_invalid:${string}`
  | 'not_saved'

/**
 * Makes the reader of lines for a file and a mapping. No column can be mapped to a consent: what a list says is a claim (C-19).
 * @param evidence ids of the business's own wordings, and the day (`YYYY-MM-DD`) after which nobody can have agreed
 * @throws Problem `mapping_wrong` naming the columns or fields that do not exist
 */
export function rowReader(
  columns: string[],
  mapping: ImportMapping,
  fields: Map<string, FieldType>,
  country: string,
  evidence: { wordings: ReadonlySet<string>; today: string },
): RowReader {
  const position = (column: string | undefined) => (column === undefined ? -1 : columns.indexOf(column))
  const named = [
    mapping.phoneColumn,
    mapping.nameColumn,
    mapping.languageColumn,
    ...Object.keys(mapping.attributes),
    mapping.evidence?.dateColumn,
    mapping.evidence?.sourceColumn,
    mapping.evidence?.wordingColumn,
  ]
  const missing = [
    ...named.filter((column) => column !== undefined && position(column) < 0),
    ...Object.values(mapping.attributes).filter((key) => !fields.has(key)),
  ]
  if (missing.length > 0) {
    throw new Problem('invalid', 'mapping_wrong', {
      de: `Diese Spalten oder Felder gibt es nicht: ${missing.join(', ')}. Bitte prüfe die Zuordnung.`,
      en: `These columns or fields do not exist: ${missing.join(', ')}. Please check the mapping.`,
    })
  }
  const phoneAt = position(mapping.phoneColumn)
  const nameAt = position(mapping.nameColumn)
  const languageAt = position(mapping.languageColumn)
  const attributes = Object.entries(mapping.attributes).map(([column, key]) => ({
    at: position(column),
    key,
    type: fields.get(key) ?? 'text',
  }))
  const readClaim = mapping.evidence
    ? claimReader(position, mapping.evidence, evidence.wordings, evidence.today)
    : () => null

  function readAttributes(cells: string[]): Record<string, AttributeValue> | RowProblem {
    const values: Record<string, AttributeValue> = {}
    for (const { at, key, type } of attributes) {
      const cell = cells[at]
      if (!cell) continue
      const value = readAttribute(type, cell)
      if (value === null) return `attribute_invalid:${key}`
      values[key] = value
    }
    return values
  }

  return (line, cells) => {
    const bad = (reason: RowProblem) => ({ line, reason })
    if (cells.length > columns.length) return bad('too_many_columns')
    const raw = cells[phoneAt] ?? ''
    const phone = toE164(raw, country)
    if (!phone) return bad(raw ? 'phone_invalid' : 'phone_missing')
    const name = cells[nameAt] || null
    if (name && name.length > 200) return bad('name_too_long')
    const values = readAttributes(cells)
    if (typeof values === 'string') return bad(values)
    if ([name, ...Object.values(values)].some(isGarbled)) return bad('encoding')
    const claim = readClaim(cells)
    if (isGarbled(claim?.wording ?? null) || isGarbled(claim?.source ?? null)) return bad('encoding')
    return { line, phone, name, language: readLanguage(cells[languageAt]), attributes: values, claim }
  }
}

/** Null bytes and the mark of bytes that were no letters: the file was not in the encoding it claims. */
function isGarbled(value: AttributeValue | null): boolean {
  return typeof value === 'string' && (value.includes('\u0000') || value.includes('\ufffd'))
}

/** A map, because a cell may hold any word, and an object knows some by itself. */
const LANGUAGES = new Map([
  ['deutsch', 'de'],
  ['german', 'de'],
  ['englisch', 'en'],
  ['english', 'en'],
  ['französisch', 'fr'],
  ['french', 'fr'],
  ['italienisch', 'it'],
  ['italian', 'it'],
  ['spanisch', 'es'],
  ['spanish', 'es'],
  ['niederländisch', 'nl'],
  ['dutch', 'nl'],
])

/** `de`, `de-AT`, `German` … → `de`; null when it is no language we know how to write. */
function readLanguage(cell: string | undefined): string | null {
  if (!cell) return null
  const text = cell.toLowerCase()
  return LANGUAGES.get(text) ?? /^([a-z]{2})([-_][a-z]{2})?$/.exec(text)?.[1] ?? null
}
