/** How the bytes of a spreadsheet file become text, and where its columns end. */

type Decoder = InstanceType<typeof TextDecoder>

export type Delimiter = ',' | ';' | '\t' | '|'

/**
 * Text of an uploaded file, chunk by chunk. UTF-8 with and without mark and UTF-16 with mark are told by their bytes;
 * otherwise the first character that is not ASCII decides: a valid UTF-8 sequence means UTF-8, anything else is
 * windows-1252, as Excel writes it. Until then both read the same, so nothing has to be held back.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | undefined
  let waiting: Uint8Array = new Uint8Array()
  let first = true
  for await (const chunk of bytes) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    const data = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk
    const step = decide(data, first)
    waiting = step.waiting
    first = first && waiting === data
    decoder = step.decoder
    if (decoder) yield decoder.decode(data, { stream: true })
    else if (step.plain) yield step.plain
  }
  if (waiting.length > 0) {
    decoder = markedDecoder(waiting) ?? new TextDecoder(isUtf8(waiting) ? 'utf-8' : 'windows-1252')
    yield decoder.decode(waiting, { stream: true })
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}

interface Step {
  /** Set once the encoding is known; it then reads all of the data. */
  decoder?: Decoder
  /** Text that reads the same in every encoding. */
  plain?: string
  /** Bytes that need to see what follows. */
  waiting: Uint8Array
}

const NOTHING = new Uint8Array()

function decide(data: Uint8Array, first: boolean): Step {
  if (first && data.length < 3) return { waiting: data }
  const marked = first ? markedDecoder(data) : undefined
  if (marked) return { decoder: marked, waiting: NOTHING }
  const at = data.findIndex((byte) => byte > 0x7f)
  if (at === -1) return { plain: ascii(data), waiting: NOTHING }
  if (data.length - at < 4) return { plain: ascii(data.subarray(0, at)), waiting: data.subarray(at) }
  return {
    decoder: new TextDecoder(startsUtf8(data.subarray(at)) ? 'utf-8' : 'windows-1252'),
    waiting: NOTHING,
  }
}

function markedDecoder(data: Uint8Array): Decoder | undefined {
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return new TextDecoder('utf-8')
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le')
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be')
  return undefined
}

function ascii(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
}

/** @param data at least four bytes, the first of which is not ASCII */
function startsUtf8(data: Uint8Array): boolean {
  const lead = data[0] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  return isUtf8(data.subarray(0, length))
}

function isUtf8(data: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(data)
    return true
  } catch {
    return false
  }
}

const DELIMITERS: Delimiter[] = [';', ',', '\t', '|']

/** The delimiter that cuts the first lines into the most columns, alike in every line; a comma when there is none. */
export function detectDelimiter(text: string): Delimiter {
  const lines = firstLines(text, 10)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter))
    const head = counts[0] ?? 0
    const same = counts.filter((count) => count === head).length / Math.max(counts.length, 1)
    const score = head * same
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function firstLines(text: string, count: number): string[] {
  const lines: string[] = []
  let line = ''
  let quoted = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    if (!quoted && (char === '\n' || char === '\r')) {
      if (line.trim()) lines.push(line)
      if (lines.length === count) return lines
      line = ''
    } else {
      line += char
    }
  }
  // The text may be cut in the middle of a line: the last one counts only when it is the only one.
  return lines.length > 0 ? lines : [line]
}

function countOutsideQuotes(line: string, delimiter: Delimiter): number {
  let quoted = false
  let count = 0
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (!quoted && char === delimiter) count++
  }
  return count
}
