import { Problem } from '../platform/index.ts'
import { decodeText, detectDelimiter } from './csv.ts'
import { type CsvRecord, readRecords } from './csv-records.ts'
import { toE164 } from './phone.ts'

/** Enough to see the delimiter and the first rows. */
const PEEK = 64 * 1024

interface CsvFile {
  /** Header names, made unique; `#1`, `#2` … when the file has no header line. */
  columns: string[]
  /** In the order of the file, some hundred at a time. */
  batches: AsyncIterable<CsvRecord[]>
}

/**
 * Opens an uploaded CSV file without ever holding more of it than a piece.
 * @param country ISO country, to tell a header line from a first row with a number in it
 * @throws Problem `file_empty`
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, country: string): Promise<CsvFile> {
  const text = decodeText(bytes)
  let peek = ''
  while (peek.length < PEEK) {
    const next = await text.next()
    if (next.done) break
    peek += next.value
  }
  // Excel's own first line, which names the delimiter.
  const named = /^sep=(.)\r?\n/.exec(peek)
  if (named) peek = peek.slice(named[0].length)
  if (!peek.trim()) {
    throw new Problem('invalid', 'file_empty', {
      de: 'In dieser Datei steht nichts. Bitte wähle eine CSV-Datei mit einer Zeile je Person.',
      en: 'There is nothing in this file. Please choose a CSV file with one line per person.',
    })
  }
  async function* whole() {
    yield peek
    yield* text
  }
  const batches = readRecords(whole(), named?.[1] ?? detectDelimiter(peek), named ? 2 : 1)
  const begin = await batches.next()
  const [head, ...others] = begin.done ? [] : begin.value
  const cells = head?.cells ?? null
  const isHeader = cells !== null && !cells.some((cell) => toE164(cell, country))
  const first = head && !isHeader ? [head, ...others] : others
  return {
    columns: isHeader ? unique(cells) : (cells ?? []).map((_, index) => `#${index + 1}`),
    batches: (async function* () {
      if (first.length > 0) yield first
      yield* batches
    })(),
  }
}

function unique(names: string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name, index) => {
    const base = name || `#${index + 1}`
    const times = (seen.get(base) ?? 0) + 1
    seen.set(base, times)
    return times === 1 ? base : `${base} (${times})`
  })
}
