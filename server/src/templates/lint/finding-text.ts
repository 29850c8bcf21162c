import type { Sentence } from '../../platform/index.ts'

/** What is wrong, why, and what helps; `<name>` is filled in. */
export interface FindingText {
  /** `meta`: a limit or a cause of rejection of Meta; `C-…`: a rule of the law's side; `fair`: advice. */
  rule: string
  /** An error stops the submission. */
  severity: 'error' | 'warning'
  message: Sentence
  fix: Sentence
}

/** One entry of the texts. */
export const text = (
  rule: string,
  severity: FindingText['severity'],
  message: [de: string, en: string],
  fix: [de: string, en: string],
): FindingText => ({
  rule,
  severity,
  message: { de: message[0], en: message[1] },
  fix: { de: fix[0], en: fix[1] },
})
