import { type Clause, clausesOf, fold, isOneSlipAway } from './grammar-normalise.ts'
import {
  NEVER_A_TYPO,
  PAIRS,
  type Role,
  SIGN_OFFS,
  SPELLED_EXACTLY,
  WORDS,
  type WordLanguage,
} from './grammar-words.ts'
import type { ChatLanguage } from './texts.ts'

export interface Meaning {
  role: Role
  language: ChatLanguage | undefined
}

export interface Word {
  text: string
  /** Index of the clause it stands in. */
  clause: number
  meaning: Meaning | undefined
}

const SHORTEST_TYPO = 5
/** A farewell is the sign-off and at most three words after it. */
const LONGEST_FAREWELL = 4
const ADDED_BY_BUSINESS: Meaning = { role: 'list', language: undefined }

const LEXICON = lexicon()
const TYPO_TARGETS = [...LEXICON].filter(
  ([word, { role }]) =>
    (role === 'stop' || role === 'list') && word.length >= SHORTEST_TYPO && !SPELLED_EXACTLY.has(word),
)

/** Cuts a message into clauses, joins split words ("opt out") and drops a farewell ("LG Anna"). */
export function ownClauses(text: string): Clause[] {
  return withoutFarewell(clausesOf(text).map(joinPairs))
}

/**
 * Gives every word its meaning.
 * @param extraStopWords words or phrases that a business added
 */
export function readWords(clauses: readonly Clause[], extraStopWords: readonly string[]): Word[] {
  const added = extraStopWords
    .map((entry) => clausesOf(entry).flatMap((clause) => joinPairs(clause).words))
    .filter((phrase) => phrase.length > 0)
  return clauses.flatMap(({ words }, clause) => {
    const read: Word[] = []
    for (let at = 0; at < words.length; ) {
      const phrase = added.find((each) => each.every((word, offset) => word === words[at + offset]))
      const text = phrase?.join(' ') ?? words[at] ?? ''
      read.push({ text, clause, meaning: phrase ? ADDED_BY_BUSINESS : meaningOf(text) })
      at += phrase?.length ?? 1
    }
    return read
  })
}

/** The language of the first stop or answer word that has one, else of the first filler that has one. */
export function languageOf(words: readonly Word[]): ChatLanguage | undefined {
  const told = words.flatMap(({ meaning }) => (meaning?.language ? [meaning] : []))
  return (told.find(({ role }) => !isFiller(role)) ?? told[0])?.language
}

export function isFiller(role: Role): boolean {
  return role === 'courtesy' || role === 'subject' || role === 'offer' || role === 'glue'
}

function meaningOf(word: string): Meaning | undefined {
  const known = LEXICON.get(word)
  if (known || word.length < SHORTEST_TYPO || NEVER_A_TYPO.has(word)) return known
  return TYPO_TARGETS.find(([target]) => isOneSlipAway(word, target))?.[1]
}

function joinPairs(clause: Clause): Clause {
  const words: string[] = []
  for (const word of clause.words) {
    const pair = words.length > 0 ? PAIRS.get(`${words.at(-1)} ${word}`) : undefined
    if (pair) words[words.length - 1] = pair
    else words.push(word)
  }
  return { ...clause, words }
}

function withoutFarewell(clauses: Clause[]): Clause[] {
  let after = clauses.reduce((sum, { words }) => sum + words.length, 0)
  const total = after
  for (const [index, clause] of clauses.entries()) {
    const at = clause.words.findIndex((word) => SIGN_OFFS.has(word))
    if (at >= 0 && after - at < total && after - at <= LONGEST_FAREWELL) {
      const names = [...clause.words.slice(at + 1), ...clauses.slice(index + 1).flatMap(({ words }) => words)]
      if (names.some(meaningOf)) return clauses
      const kept = { ...clause, words: clause.words.slice(0, at) }
      return [...clauses.slice(0, index), kept].filter(({ words }) => words.length > 0)
    }
    after -= clause.words.length
  }
  return clauses
}

function lexicon(): Map<string, Meaning> {
  const map = new Map<string, Meaning>()
  for (const role of Object.keys(WORDS) as Role[]) {
    for (const [tag, list] of Object.entries(WORDS[role]) as [WordLanguage, string][]) {
      const language = tag === 'any' ? undefined : tag
      for (const word of list.trim().split(/\s+/).map(fold)) {
        const known = map.get(word)
        if (!known) map.set(word, { role, language })
        // The same word in two languages tells neither.
        else if (known.role === role && known.language !== language)
          map.set(word, { role, language: undefined })
      }
    }
  }
  return map
}
