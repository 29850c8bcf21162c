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
/** Records handed on at once: few enough that nobody who waits for the server notices them. */
const BATCH = 500

/**
 * Cuts text into CSV records. A quote that never closes costs its own line and no other: without this, one stray
 * quote would swallow the rest of the file.
 * @param firstLine number of the first line of `text` in its file
 * @returns batches of at most 500 records, never empty
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
  firstLine: number,
): AsyncGenerator<CsvRecord[]> {
  const assemble = createAssembler(delimiter, firstLine)
  for await (const lines of linesOf(text)) yield* parseAll(assemble(lines, false), delimiter)
  yield* parseAll(assemble([], true), delimiter)
}

interface RawRecord {
  line: number
  text: string
}

/** Puts lines together whose quotes reach over several, and keeps what is still open for the next call. */
function createAssembler(delimiter: string, firstLine: number) {
  let open: string[] = []
  let line = firstLine

  return (lines: string[], atEnd: boolean): RawRecord[] => {
    const queue = open.length > 0 ? [...open, ...lines] : lines
    const records: RawRecord[] = []
    let at = 0
    for (let size = 0; at < queue.length; at += size, line += size) {
      size = sizeOfRecord(queue, at, delimiter, atEnd)
      if (size === 0) break
      const text = size === 1 ? (queue[at] ?? '') : queue.slice(at, at + size).join('\n')
      if (text.trim()) records.push({ line, text })
    }
    open = queue.slice(at)
    return records
  }
}

/** How many lines belong to the record that begins here; 0 when that is still to come. */
function sizeOfRecord(lines: string[], at: number, delimiter: string, atEnd: boolean): number {
  let text = lines[at] ?? ''
  let size = 1
  while (endsInsideQuote(text, delimiter)) {
    const next = lines[at + size]
    if (size === LONGEST_RECORD || text.length > WIDEST_RECORD) return 1
    if (next === undefined) return atEnd ? 1 : 0
    text += `\n${next}`
    size++
  }
  return size
}

/** Lines without their ends, as many as a piece of text has; all three conventions. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  const last = rest.replace(/\r$/, '')
  if (last) yield [last]
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

function* parseAll(records: RawRecord[], delimiter: string): Generator<CsvRecord[]> {
  for (let at = 0; at < records.length; at += BATCH)
    yield parseBatch(records.slice(at, at + BATCH), delimiter)
}

function parseBatch(batch: RawRecord[], delimiter: string): CsvRecord[] {
  if (!batch.some((record) => record.text.includes('"')))
    return batch.map(({ line, text }) => ({ line, cells: splitPlain(text, delimiter) }))
  const together = tryParse(batch.map((record) => record.text).join('\n'), delimiter)
  if (together?.length === batch.length)
    return batch.map(({ line }, index) => ({ line, cells: together[index] ?? null }))
  return batch.map(({ line, text }) => {
    const alone = tryParse(text, delimiter)
    return { line, cells: alone?.length === 1 ? (alone[0] ?? null) : null }
  })
}

/** A record without any quote, as the parser would read it. */
function splitPlain(text: string, delimiter: string): string[] | null {
  return text.length > 2 * WIDEST_RECORD ? null : text.split(delimiter).map((cell) => cell.trim())
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
