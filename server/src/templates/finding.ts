import type { Sentence } from '../platform/index.ts'

/** Something in a template that Meta refuses, that the law asks for, or that will not look as meant. */
export interface Finding {
  /** Stable name of the rule; `C-…` are rules of the law's side. */
  rule: string
  /** An error stops the submission. */
  severity: 'error' | 'warning'
  /** `name`, `category`, `language`, `header`, `body`, `footer`, `buttons`, `buttons.0`, `samples.first_name` */
  where: string
  message: Sentence
}

/** Collects findings in the order of the template. */
export class Findings {
  readonly list: Finding[] = []

  error(rule: string, where: string, de: string, en: string): void {
    this.list.push({ rule, severity: 'error', where, message: { de, en } })
  }

  warning(rule: string, where: string, de: string, en: string): void {
    this.list.push({ rule, severity: 'warning', where, message: { de, en } })
  }
}
