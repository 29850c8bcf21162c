import {
  cutPart,
  type Outline,
  outlineWebhook,
  type Part,
  type Pieces,
  type Slice,
} from '../whatsapp/index.ts'

/** One update of a webhook, and the text under which it is kept. */
export interface Cut {
  slice: Slice
  text: string
  /** Of the update among those of its webhook, from 0. */
  position: number
}

/** Meta sends 1,000 at most; a part of a chat history may hold more. Each takes memory and a hundredth of a millisecond. */
const MOST_UPDATES = 20_000

/** The parts of a body, not cut yet; whatever it holds, this does not fail. */
export function outlineBody(body: string): Outline {
  try {
    return outlineWebhook(body)
  } catch {
    // Not JSON, or nested so deeply that it cannot be looked through.
    return { parts: [], unreadable: 1 }
  }
}

/**
 * The updates of each part; whatever they hold, this does not fail. `readable` is false when something had to be left out: of a
 * body with more updates than Meta sends, all of them.
 */
export function cutParts({ parts, unreadable }: Outline): { cuts: Map<Part, Cut[]>; readable: boolean } {
  const cuts = new Map<Part, Cut[]>()
  let readable = unreadable === 0 && parts.length > 0
  let position = 0
  for (const part of parts) {
    const pieces = piecesOf(part, MOST_UPDATES - position)
    if (pieces === 'too many') return { cuts: new Map(), readable: false }
    const own: Cut[] = []
    for (const slice of pieces.slices) {
      const text = textOf(slice)
      if (text === undefined) readable = false
      else own.push({ slice, text, position: position++ })
    }
    if (pieces.unreadable > 0) readable = false
    cuts.set(part, own)
  }
  return { cuts, readable }
}

function piecesOf(part: Part, most: number): Pieces | 'too many' {
  try {
    return cutPart(part, most) ?? 'too many'
  } catch {
    // Nested so deeply that it has no text.
    return { slices: [], unreadable: 1 }
  }
}

function textOf(slice: Slice): string | undefined {
  try {
    return JSON.stringify(slice)
  } catch {
    return undefined
  }
}
