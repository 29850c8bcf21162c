import type { Sentence } from '../platform/index.ts'

/** One rule that Jawort keeps, in our own words, with where it comes from. */
export interface Rule {
  id: `C-${number}${number}`
  title: Sentence
  /** Law, judgment or policy behind it, cited in English; other languages follow from it. */
  basis: string
  /** Why the product does not keep it by itself (yet); without it a passing test has to show it. */
  notHere?: Sentence
}
