/** One stretch of a message between two breaks (end of sentence, comma, line, emoji). */
export interface Clause {
  words: string[]
  /** The break after it holds a question mark. */
  question: boolean
}

const ASCII = /^[\t\n\r\x20-\x7e]*$/
/** Lines that WhatsApp shows as quoted: somebody else's words. */
const QUOTED_LINE = /^[ \t]*>.*$/gm
const ADDRESS = /https?:\S+|www\.\S+|\S+@\S+|\b[\w-]+\.(?:com|de|net|org|eu|shop)\b(?:\/\S*)?/g
/** "don't" stays one word, "m'envoyez" becomes two. */
const ENGLISH_APOSTROPHE = /'(?=(?:t|s|d|m|ll|re|ve)\b)/g
const APOSTROPHES = /[’‘´`ʼ]/g
const SPELLED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:(?:[ .\-_*]\p{L}){3,}|(?:\.\p{L}){2,})(?![\p{L}\p{N}])/gu
/** Three and more of the same letter are emphasis: "STOOOP". */
const DRAWN_OUT = /(\p{L})\1{2,}/gu
const PIECE = /[\p{L}\p{N}]+|[.,;:!?…()[\]"“”„«»\n\p{Extended_Pictographic}]+/gu
const WORD = /^[\p{L}\p{N}]/u

/** Letters that casefolding and decomposition leave alone. */
const LETTERS: Record<string, string> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' }
const SPECIAL_LETTERS = /[ßıłøæœđ]/g

/**
 * Brings one word or text to the form in which words are compared: compatibility forms (NFKC), lower case, no
 * diacritics, no invisible characters, drawn-out letters shortened.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(DRAWN_OUT, '$1')
  return text
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(SPECIAL_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(DRAWN_OUT, '$1')
}

/**
 * Cuts a message into clauses of folded words. Quoted lines, addresses, emoji and punctuation are gone; where they
 * stood, a new clause begins.
 */
export function clausesOf(text: string): Clause[] {
  const own = text.includes('>') ? text.replace(QUOTED_LINE, '') : text
  const folded = fold(own.trim() === '' ? text : own)
    .replace(ADDRESS, ' ; ')
    .replace(ENGLISH_APOSTROPHE, '')
    .replace(SPELLED_OUT, (letters) => letters.replace(/[ .\-_*]/g, ''))
  const clauses: Clause[] = []
  let open: Clause | undefined
  for (const [piece] of folded.matchAll(PIECE)) {
    if (WORD.test(piece)) {
      if (!open) {
        open = { words: [], question: false }
        clauses.push(open)
      }
      open.words.push(piece)
    } else {
      const last = clauses.at(-1)
      if (last && piece.includes('?')) last.question = true
      open = undefined
    }
  }
  return clauses
}

const STOP_SIGNS = new Set(['🛑', '✋', '🤚', '🚫', '⛔', '🔕', '📵'])

/** True when a message without any word shows nothing but signs that can mean "stop", such as 🛑 or ✋. */
export function isStopSign(text: string): boolean {
  const pictures = text.match(/\p{Extended_Pictographic}/gu)
  return pictures?.every((picture) => STOP_SIGNS.has(picture)) ?? false
}

/**
 * Whether two words differ by at most one letter (inserted, lost, replaced; Levenshtein ≤ 1) or by two neighbours that
 * changed places, the commonest slip on a phone.
 */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = long.slice(at + 1)
  if (long.length > short.length) return short.slice(at) === rest
  if (short.slice(at + 1) === rest) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}
