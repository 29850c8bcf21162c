import { parse } from 'csv-parse/sync'

export interface CsvRecord {
  /** Line in the file where the record begins, counted from 1. */
  line: number
  /** null: the line could not be read as CSV */
  cells: string[] | null
}

/** A quoted cell may hold line breaks, but one that holds more than this is a quote that somebody forgot to close. */
const LONGEST_RECORD = 20
const WIDEST_RECORD = 32 * 1024
/** Records handed to the parser at once. */
const BATCH = 500

/**
 * Cuts text into CSV records. A quote that never closes costs its own line and no other: without this, one stray
 * quote would swallow the rest of the file.
 * @param firstLine number of the first line of `text` in its file
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
  firstLine: number,
): AsyncGenerator<CsvRecord> {
  let batch: { line: number; text: string }[] = []
  for await (const record of assemble(text, delimiter, firstLine)) {
    batch.push(record)
    if (batch.length < BATCH) continue
    yield* parseBatch(batch, delimiter)
    batch = []
  }
  yield* parseBatch(batch, delimiter)
}

interface RawRecord {
  line: number
  text: string
}

async function* assemble(
  text: AsyncIterable<string>,
  delimiter: string,
  firstLine: number,
): AsyncGenerator<RawRecord> {
  const queue: string[] = []
  let open: string[] = []
  let line = firstLine

  function* drain(atEnd: boolean): Generator<RawRecord> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      open.push(next)
      const record = open.join('\n')
      const unclosed = endsInsideQuote(record, delimiter)
      const more = open.length < LONGEST_RECORD && record.length <= WIDEST_RECORD
      if (unclosed && more && !(atEnd && queue.length === 0)) continue
      if (unclosed) queue.unshift(...open.slice(1))
      const taken = unclosed ? open.slice(0, 1) : open
      if (record.trim()) yield { line, text: taken.join('\n') }
      line += taken.length
      open = []
    }
  }

  for await (const next of lines(text)) {
    queue.push(next)
    yield* drain(false)
  }
  queue.push(...open)
  open = []
  yield* drain(true)
}

/** Lines without their ends; all three conventions. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = parts.pop() ?? ''
    for (const part of parts) yield part
  }
  const last = rest.replace(/\r$/, '')
  if (last) yield last
}

function endsInsideQuote(text: string, delimiter: string): boolean {
  if (!text.includes('"')) return false
  let quoted = false
  let atStart = true
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char !== '"') continue
      const next = text[i + 1]
      if (next === '"') i++
      else if (next === undefined || next === delimiter || next === '\n') quoted = false
    } else if (char === '"' && atStart) {
      quoted = true
      atStart = false
    } else {
      atStart = char === delimiter || char === '\n'
    }
  }
  return quoted
}

function* parseBatch(batch: RawRecord[], delimiter: string): Generator<CsvRecord> {
  if (batch.length === 0) return
  const together = tryParse(batch.map((record) => record.text).join('\n'), delimiter)
  if (together?.length === batch.length) {
    for (const [index, record] of batch.entries()) yield { line: record.line, cells: together[index] ?? null }
    return
  }
  for (const record of batch) {
    const alone = tryParse(record.text, delimiter)
    yield { line: record.line, cells: alone?.length === 1 ? (alone[0] ?? null) : null }
  }
}

function tryParse(text: string, delimiter: string): string[][] | null {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      max_record_size: 2 * WIDEST_RECORD,
    })
    return rows.map((cells) => cells.map((cell) => cell.trim()))
  } catch {
    // The caller reports the line: what is wrong with it does not help anyone who has a spreadsheet open.
    return null
  }
}
