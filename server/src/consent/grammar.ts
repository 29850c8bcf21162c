import { readAge } from './grammar-age.ts'
import { isFiller, languageOf, ownClauses, readWords, type Word } from './grammar-lexicon.ts'
import { type Clause, isStopSign } from './grammar-normalise.ts'
import { HINTS, ORDERS, PHRASES } from './grammar-phrases.ts'
import { readWish, type WishKind } from './grammar-wishes.ts'
import { COMPLAINTS, HEDGES, INABILITIES, NEGATORS, type Role } from './grammar-words.ts'
import { readWrongPerson } from './grammar-wrong-person.ts'
import type { ChatLanguage } from './texts.ts'

/**
 * The STOP grammar: how a person's own words are read (compliance C-28, C-29; the labelled lines in
 * `grammar-corpus.ts` are its specification).
 *
 * Words are compared folded: NFKC, lower case, no diacritics, emoji, punctuation or invisible characters, "STOOOP" and
 * "S.T.O.P" pulled together, quoted lines ("> …") and addresses left out. Then, in this order:
 *
 * - **K1** the whole message is a stop word ("STOP", "abmelden", "baja") → stop.
 * - **K2** a stop word and at most four different fillers in any order ("bitte alles abmelden danke") → stop.
 * - **K3** one clause is a stop sentence from beginning to end ("bitte keine Werbung mehr") → stop, unless the rest of
 *   the message takes it back or reports it ("… nur Angebote", "she said …"), it is a question without "please", is
 *   quoted, or the message is very long. Then unclear.
 * - **K4** a stop word, its specific forms, or a stop sentence inside other text ("stop by the shop") → unclear_stop:
 *   marketing is held and the person is asked.
 * - Otherwise yes, no or start, each as the whole message with fillers, or a wish to the chat itself: `info` (why do I
 *   get this, C-74), `access` (what do you keep about me), `settings`; else none.
 *
 * Between a clear stop and everything else stand two things that people say about themselves: `wrong_person` (a number
 * that has a new owner) and `age_hint` ("ich bin 14", C-22). A clear stop is never turned into one of them.
 *
 * Negation up to two words before turns a stop word off ("bitte nicht abmelden", "don't stop 😍" → none), but a
 * complaint does not ("why won't you stop", "kann mich nicht abmelden" → unclear).
 *
 * Ordinary words that only can mean stop (`alone`: halt, ende, end, raus, dur; `weak`: basta, baja, quit, …) count as
 * the whole message, not inside other text. Typos of one slip count for stop words of five letters and more, except
 * those in `SPELLED_EXACTLY`; ordinary neighbours ("anmelden", "shoppen") are in `NEVER_A_TYPO`.
 *
 * When in doubt the grammar holds (unclear_stop); it never stops on a guess. A bare 🛑 or ✋ is a doubt.
 */

/**
 * `language` is the language of the words, for the reply; undefined when they do not tell: STOP itself, emoji, and
 * languages in which Jawort does not answer (pt, pl, tr, …). The reply then follows the contact, else the business.
 */
export type Will =
  | { kind: 'stop'; tier: 'K1' | 'K2' | 'K3'; language: ChatLanguage | undefined }
  | { kind: 'unclear_stop' | 'yes' | 'no' | 'start'; language: ChatLanguage | undefined }
  | { kind: 'wrong_person' | WishKind; language: ChatLanguage | undefined }
  /** `age` in years, under 18; null when no number was told ("ich bin minderjährig"). */
  | { kind: 'age_hint'; age: number | null; language: ChatLanguage | undefined }
  | { kind: 'none' }

const STOP_ROLES: readonly Role[] = ['stop', 'list', 'weak', 'alone', 'form', 'loose']
const CLEAR_ROLES: readonly Role[] = ['stop', 'list', 'weak']
const MOST_FILLERS = 4
/** Longer messages are likely pasted: a stop sentence in them is only a hint. */
const LONGEST_FOR_SENTENCES = 60
/** How many words before a stop word a negation may stand. */
const NEGATION_REACH = 2
const QUOTES = /["“”„«»]/

/**
 * Reads what a person wants from their own typed words; forwarded and quoted messages are not for it. Pure, never throws.
 * @param options.extraStopWords words or short phrases a business adds; the built-in ones always stay
 */
export function readWill(text: string, options: { extraStopWords?: readonly string[] } = {}): Will {
  const clauses = ownClauses(text)
  const words = readWords(clauses, options.extraStopWords ?? [])
  if (words.length === 0) {
    return isStopSign(text) ? { kind: 'unclear_stop', language: undefined } : { kind: 'none' }
  }
  const language = languageOf(words)
  const whole = readWhole(words, clauses)
  if (whole === 'K1' || whole === 'K2') return { kind: 'stop', tier: whole, language }
  const sentence = readSentences(clauses, words, QUOTES.test(text))
  if (sentence?.clear) return { kind: 'stop', tier: 'K3', language: sentence.language }
  const stranger = readWrongPerson(clauses)
  if (stranger?.clear) return { kind: 'wrong_person', language: stranger.language }
  const young = readAge(clauses)
  if (young) return { kind: 'age_hint', ...young }
  if (whole === 'unclear' || sentence || stranger || hasOpenStopWord(words) || isHint(clauses)) {
    return { kind: 'unclear_stop', language: sentence?.language ?? stranger?.language ?? language }
  }
  const answer = readAnswer(words)
  return answer.kind === 'none' ? (readWish(withoutCourtesy(words)) ?? answer) : answer
}

/** Greetings and thanks at both ends are left out; in the middle "you" and "vous" are more than that. */
function withoutCourtesy(words: readonly Word[]): string {
  const kept = words.map(({ meaning }) => meaning?.role !== 'courtesy')
  return words
    .slice(kept.indexOf(true), kept.lastIndexOf(true) + 1)
    .map(({ text }) => text)
    .join(' ')
}

/** Tiers K1 and K2: nothing but stop words and fillers. */
function readWhole(words: readonly Word[], clauses: readonly Clause[]): 'K1' | 'K2' | 'unclear' | null {
  const roles = new Set<Role>()
  const fillers = new Set<string>()
  const glue = new Set<string>()
  for (const word of words) {
    const role = word.meaning?.role
    if (!role || role === 'start') return null
    // "Nein, abmelden" stops; "abmelden? nein" does not.
    if (role === 'no' && (has(roles, STOP_ROLES) || !isAnswer(word, clauses))) return null
    roles.add(role)
    if (role === 'glue') glue.add(word.text)
    else if (!STOP_ROLES.includes(role)) fillers.add(word.text)
  }
  return has(roles, STOP_ROLES) ? tierOf(roles, fillers.size, glue.size) : null
}

function tierOf(roles: ReadonlySet<Role>, fillers: number, glue: number): 'K1' | 'K2' | 'unclear' | null {
  const clear = has(roles, CLEAR_ROLES)
  if (fillers + glue === 0) return clear || roles.has('alone') ? 'K1' : 'unclear'
  const mostGlue = has(roles, ['subject', 'offer', 'list']) ? MOST_FILLERS : 0
  if (fillers > MOST_FILLERS || glue > mostGlue) return null
  return clear ? 'K2' : 'unclear'
}

function has(roles: ReadonlySet<Role>, wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.has(role))
}

/** In many languages no is also not ("no stop"): only a break after it makes it an answer. */
function isAnswer({ text, clause }: Word, clauses: readonly Clause[]): boolean {
  return !NEGATORS.has(text) || clauses[clause]?.words.length === 1
}

interface Sentence {
  clear: boolean
  language: ChatLanguage | undefined
}

/** Tier K3, and its sentences in places where they are not clear enough. */
function readSentences(clauses: readonly Clause[], words: readonly Word[], quoted: boolean): Sentence | null {
  let unclear: Sentence | null = null
  for (const [index, clause] of clauses.entries()) {
    const line = clause.words.join(' ')
    for (const { language, whole, inside } of PHRASES) {
      const found = inside.exec(line)
      if (!found) continue
      const clear = whole.test(line)
      if (clear && !isDoubtful(index, clause, words, quoted)) return { clear, language }
      const before = line.slice(0, found.index).split(' ')
      if (clear || !isNegated(before) || complains(clause.words)) unclear ??= { clear: false, language }
    }
  }
  return unclear
}

/** What stands around a stop sentence puts it in doubt. */
function isDoubtful(index: number, clause: Clause, words: readonly Word[], quoted: boolean): boolean {
  const others = words.filter((word) => word.clause !== index)
  const polite = words.some(({ meaning }) => meaning?.role === 'courtesy')
  return (
    (clause.question && !polite) ||
    words.length > LONGEST_FOR_SENTENCES ||
    (quoted && others.length > 0) ||
    others.some(({ text, meaning }) => HEDGES.has(text) || meaning?.role === 'start')
  )
}

/** Tier K4: a stop word in other text that is not clearly turned around. */
function hasOpenStopWord(words: readonly Word[]): boolean {
  const aboutMessages = words.some(({ meaning }) => meaning?.role === 'subject')
  return words.some(({ clause, meaning }, index) => {
    const role = meaning?.role
    if (role === 'form') return true
    const counts =
      role === 'stop' || role === 'list' || (aboutMessages && (role === 'weak' || role === 'loose'))
    if (!counts) return false
    const around = words.filter((word) => word.clause === clause).map(({ text }) => text)
    const before = words
      .slice(0, index)
      .filter((word) => word.clause === clause)
      .map(({ text }) => text)
    if (!isNegated(before) || around.some((text) => COMPLAINTS.has(text))) return true
    // "No stop" can be two answers or one wish.
    if (role === 'stop' && before.length === 1 && before[0] === 'no') return true
    return (role === 'list' || aboutMessages) && around.some((text) => INABILITIES.has(text))
  })
}

function isNegated(before: readonly string[]): boolean {
  return before.slice(-NEGATION_REACH).some((word) => NEGATORS.has(word))
}

function complains(around: readonly string[]): boolean {
  return around.some((text) => COMPLAINTS.has(text) || INABILITIES.has(text))
}

function isHint(clauses: readonly Clause[]): boolean {
  const line = clauses.map(({ words }) => words.join(' ')).join(' ')
  return HINTS.has(line) || ORDERS.test(line)
}

/** Yes, no and start count only as the whole message, with fillers; "ja, anmelden" is a start, "ja nein" nothing. */
function readAnswer(words: readonly Word[]): Will {
  const answers = new Set<'yes' | 'no' | 'start'>()
  const fillers = new Set<string>()
  for (const { text, meaning } of words) {
    const role = meaning?.role
    if (role === 'yes' || role === 'no' || role === 'start') answers.add(role)
    else if (role && isFiller(role)) fillers.add(text)
    else return { kind: 'none' }
  }
  if (fillers.size > MOST_FILLERS) return { kind: 'none' }
  const language = languageOf(words)
  if (answers.has('no')) return answers.size === 1 ? { kind: 'no', language } : { kind: 'none' }
  if (answers.has('start')) return { kind: 'start', language }
  return answers.has('yes') ? { kind: 'yes', language } : { kind: 'none' }
}
