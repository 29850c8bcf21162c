import { z } from 'zod'
import { readAttribute } from './attribute.ts'

/** Where a list comes from. Bought and rented lists have no name here: they cannot be imported as claims (C-19). */
export const ImportOrigin = z.enum(['own_website', 'own_shop', 'event', 'paper', 'other_tool'])
export type ImportOrigin = z.infer<typeof ImportOrigin>

/**
 * Which columns of a file claim that a person agreed, and what the importing member says about the list. For every row
 * there must be a date, a source and the text that was agreed to; a source or text that is alike in all rows is given once.
 */
export const EvidenceMapping = z
  .object({
    dateColumn: z.string().min(1),
    sourceColumn: z.string().min(1).optional(),
    source: z.string().trim().min(3).max(200).optional(),
    /** The text, or the id of one of the business's own wordings, row by row. */
    wordingColumn: z.string().min(1).optional(),
    wordingId: z.uuid().optional(),
    wordingText: z.string().trim().min(20).max(5000).optional(),
    origin: ImportOrigin,
    /** How these people said yes, in the member's own words. */
    statement: z.string().trim().min(20).max(2000),
    /** The member's word that the list was neither bought nor rented nor collected from elsewhere. */
    collectedByUs: z.literal(true),
  })
  .refine(({ sourceColumn, source }) => (sourceColumn === undefined) !== (source === undefined), {
    path: ['source'],
    message: 'either a column or one source for all',
  })
  .refine(
    ({ wordingColumn, wordingId, wordingText }) =>
      [wordingColumn, wordingId, wordingText].filter((each) => each !== undefined).length === 1,
    { path: ['wordingText'], message: 'either a column, one wording or one text for all' },
  )
export type EvidenceMapping = z.infer<typeof EvidenceMapping>

/** What a row claims; never a consent. */
export interface Claim {
  /** `YYYY-MM-DD` */
  on: string
  source: string
  /** Exactly one of both. */
  wordingId: string | null
  wording: string | null
}

/** Before WhatsApp had messages from businesses nobody can have agreed to them. */
const EARLIEST = '2018-01-01'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type ClaimReader = (cells: string[]) => Claim | null

/**
 * Makes the reader of a row's claim; null when date, source or text are missing or cannot be.
 * @param wordings ids of the business's own wordings
 * @param today `YYYY-MM-DD`
 */
export function claimReader(
  position: (column: string | undefined) => number,
  mapping: EvidenceMapping,
  wordings: ReadonlySet<string>,
  today: string,
): ClaimReader {
  const dateAt = position(mapping.dateColumn)
  const sourceAt = position(mapping.sourceColumn)
  const wordingAt = position(mapping.wordingColumn)
  return (cells) => {
    const on = readAttribute('date', (cells[dateAt] ?? '').replace(' ', 'T'))
    const source = (mapping.source ?? cells[sourceAt] ?? '').trim().slice(0, 200)
    const text = (mapping.wordingId ?? mapping.wordingText ?? cells[wordingAt] ?? '').trim().slice(0, 5000)
    if (typeof on !== 'string' || on < EARLIEST || on > today || source.length < 3) return null
    const id = text.toLowerCase()
    if (UUID.test(id)) return wordings.has(id) ? { on, source, wordingId: id, wording: null } : null
    return text.length >= 20 ? { on, source, wordingId: null, wording: text } : null
  }
}
