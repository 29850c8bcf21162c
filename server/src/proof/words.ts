import type { ChatLanguage } from '../consent/index.ts'
import { DE } from './words-de.ts'
import { EN } from './words-en.ts'
import { ES } from './words-es.ts'
import { FR } from './words-fr.ts'
import { IT } from './words-it.ts'
import { NL } from './words-nl.ts'

/** Everything a printed proof says, in one language. */
export interface ProofWords {
  title: string
  lead: (business: string) => string
  erased: string
  /** Instead of `erased`, when two members opened the restricted vault for this proof. */
  restricted: string
  controller: string
  contact: string
  privacy: string
  person: string
  username: string
  issued: string
  result: string
  resultValid: (entries: number) => string
  resultShredded: (entries: number) => string
  state: string
  since: string
  channel: string
  source: string
  page: string
  wording: (version: number, language: string) => string
  first: string
  firstMissing: string
  second: string
  secondMissing: string
  question: string
  messageId: string
  history: string
  when: string
  what: string
  place: string
  hash: string
  chat: string
  chatMissing: string
  ledger: string
  ledgerLead: string
  log: string
  key: string
  size: string
  root: string
  stamp: string
  proves: string
  provesList: readonly string[]
  provesNot: string
  provesNotList: readonly string[]
  check: string
  checkLead: string
  qr: string
  states: Record<string, string>
  events: Record<string, string>
  sources: Record<string, string>
}

export const PROOF_WORDS: Record<ChatLanguage, ProofWords> = {
  de: DE,
  en: EN,
  fr: FR,
  it: IT,
  es: ES,
  nl: NL,
}
