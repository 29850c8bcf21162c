/** What can go wrong, as the API says it; each kind has one HTTP status. */
const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
} as const

export type ErrorKind = keyof typeof STATUS

/** A sentence in the two languages of the admin; both say what to do next. */
export interface Sentence {
  de: string
  en: string
}

/**
 * An expected failure: thrown by verbs, answered as an RFC 9457 problem.
 * `code` is stable and is what programs may depend on; the sentence is for people.
 */
export class Problem extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly sentence: Sentence
  readonly fields: Record<string, Sentence> | undefined

  constructor(kind: ErrorKind, code: string, sentence: Sentence, fields?: Record<string, Sentence>) {
    super(`${code}: ${sentence.en}`)
    this.name = 'Problem'
    this.kind = kind
    this.code = code
    this.sentence = sentence
    this.fields = fields
  }

  get status(): number {
    return STATUS[this.kind]
  }
}

/** The one answer for "not there" and "not yours", so that ids of other businesses cannot be probed. */
export function notFound(what: Sentence): Problem {
  return new Problem('not_found', 'not_found', {
    de: `${what.de} gibt es nicht (mehr). Bitte lade die Liste neu.`,
    en: `${what.en} does not exist (any more). Please reload the list.`,
  })
}
